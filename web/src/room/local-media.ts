/**
 * The participant's own camera and microphone: taken once, kept over every break of the connection.
 * A device that goes away (unplugged, taken by a phone call) is reported and taken again when it is back.
 */
import type { Medium } from '#domain/hearing/raw-media-event.ts';
import type { Report } from '#web/room/page-reports.ts';

export interface MediaProblem {
  medium: Medium;
  /** The browser's name for it: NotAllowedError, NotFoundError, NotReadableError, ended. */
  reason: string;
}

export const captureConstraints: Record<Medium, MediaTrackConstraints> = {
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  video: { width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 15, max: 20 } },
};

const RETAKE_MS = 2_000;
const media: readonly Medium[] = ['audio', 'video'];

export class LocalMedia {
  readonly stream = new MediaStream();
  readonly on: Record<Medium, boolean> = { audio: true, video: true };
  problems: MediaProblem[] = [];
  #report: Report;
  #changed: (replaced: MediaStreamTrack | null) => void;
  #retaking = false;
  #released = false;
  /** Reported as lost, and not as restored yet. */
  readonly #reported = new Set<Medium>();

  /** `changed` is told of every change, with the track when a device came back as a new one. */
  constructor(report: Report, changed: (replaced: MediaStreamTrack | null) => void) {
    this.#report = report;
    this.#changed = changed;
  }

  /** The tracks in the order in which Janus numbers them: microphone first. */
  get tracks(): MediaStreamTrack[] {
    return [...this.stream.getAudioTracks(), ...this.stream.getVideoTracks()];
  }

  /** Asks for both; then for each alone, so that a missing camera does not cost the microphone. Never rejects. */
  async take(): Promise<void> {
    this.#released = false;
    navigator.mediaDevices.addEventListener('devicechange', this.#onDeviceChange);
    try {
      const both = await navigator.mediaDevices.getUserMedia(captureConstraints);
      both.getTracks().forEach((track) => (this.#released ? track.stop() : this.#keep(track)));
    } catch {
      for (const medium of media) await this.#takeOne(medium);
    }
    this.#changed(null);
  }

  switch(medium: Medium, on: boolean): void {
    this.on[medium] = on;
    for (const track of this.tracks) if (track.kind === medium) track.enabled = on;
    void this.#report({ kind: 'media-switched', medium, on });
    this.#changed(null);
  }

  release(): void {
    this.#released = true;
    navigator.mediaDevices.removeEventListener('devicechange', this.#onDeviceChange);
    for (const track of this.tracks) {
      track.stop();
      this.stream.removeTrack(track);
    }
    this.#changed(null);
  }

  async #takeOne(medium: Medium): Promise<MediaStreamTrack | null> {
    try {
      const taken = await navigator.mediaDevices.getUserMedia({ [medium]: captureConstraints[medium] });
      const track = taken.getTracks()[0];
      if (!track) return null;
      if (this.#released) {
        // Left meanwhile: nothing may go on filming.
        track.stop();
        return null;
      }
      this.#keep(track);
      this.problems = this.problems.filter((problem) => problem.medium !== medium);
      return track;
    } catch (cause) {
      this.#lost(medium, cause instanceof Error ? cause.name : 'unknown');
      return null;
    }
  }

  #keep(track: MediaStreamTrack): void {
    const medium: Medium = track.kind === 'audio' ? 'audio' : 'video';
    track.enabled = this.on[medium];
    // A short voice or a face is what matters, not the picture's sharpness.
    if (medium === 'video') track.contentHint = 'motion';
    this.stream.addTrack(track);
    track.addEventListener('ended', () => {
      this.stream.removeTrack(track);
      this.#changed(null);
      void this.#retake(medium);
    });
  }

  /**
   * A track also ends when its page is being closed, or the system changes to another device: it is a
   * lost device when it cannot be had again within two seconds.
   */
  async #retake(medium: Medium): Promise<void> {
    const patience = setTimeout(() => { this.#lost(medium, 'ended'); this.#changed(null); }, RETAKE_MS);
    const track = await this.#takeOne(medium);
    clearTimeout(patience);
    if (track && this.#reported.has(medium)) void this.#report({ kind: 'device-restored', medium });
    if (track) this.#reported.delete(medium);
    this.#changed(track);
  }

  #lost(medium: Medium, reason: string): void {
    if (!this.problems.some((problem) => problem.medium === medium && problem.reason === reason)) {
      this.#reported.add(medium);
      void this.#report({ kind: 'device-lost', medium, reason });
    }
    this.problems = [...this.problems.filter((problem) => problem.medium !== medium), { medium, reason }];
  }

  #onDeviceChange = (): void => {
    if (this.#retaking || this.problems.length === 0) return;
    this.#retaking = true;
    void (async () => {
      for (const { medium } of [...this.problems]) {
        const track = await this.#takeOne(medium);
        if (!track) continue;
        this.#reported.delete(medium);
        void this.#report({ kind: 'device-restored', medium });
        this.#changed(track);
      }
    })().finally(() => { this.#retaking = false; });
  };
}
