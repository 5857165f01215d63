/** Three short tones, made here: nothing to load, and it plays wherever a touch allowed sound. */
export async function playTestSound(): Promise<void> {
  const context = new AudioContext();
  await context.resume();
  const volume = context.createGain();
  volume.gain.value = 0.2;
  volume.connect(context.destination);
  [523, 659, 784].forEach((frequency, index) => {
    const tone = context.createOscillator();
    tone.frequency.value = frequency;
    tone.connect(volume);
    tone.start(context.currentTime + index * 0.35);
    tone.stop(context.currentTime + index * 0.35 + 0.28);
  });
  await new Promise((resolve) => setTimeout(resolve, 1_400));
  await context.close();
}
