// Ends what global-setup.mjs started, in the same process.
export default async function tearDown() {
  await globalThis.kaitingTestParts?.stop();
}
