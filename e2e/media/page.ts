/** The page of the media tests: nothing but the room connection, in reach of the test. */
import { HearingConnection } from '#web/room/janus-client.ts';
import { runSelfTest } from '#web/room/self-test.ts';

const grid = document.body;

function show(opaqueId: string, stream: MediaStream): void {
  if (document.getElementById(opaqueId)) return;
  const video = Object.assign(document.createElement('video'), { id: opaqueId, autoplay: true, playsInline: true });
  video.srcObject = stream;
  grid.append(video);
}

let connection: HearingConnection | undefined;

Object.assign(window, {
  room: {
    async enter(hearingId: string) {
      connection = new HearingConnection({ hearingId });
      connection.subscribe(() => connection?.snapshot().feeds.forEach((feed) => show(feed.opaqueId, feed.stream)));
      await connection.enter();
    },
    leave: () => connection?.leave(),
    setCamera: (on: boolean) => connection?.setCamera(on),
    setMicrophone: (on: boolean) => connection?.setMicrophone(on),
    look: () => {
      const snapshot = connection?.snapshot();
      return snapshot && {
        state: snapshot.state.kind, network: snapshot.network, problems: snapshot.problems,
        feeds: snapshot.feeds.map(({ opaqueId, flowing, stream }) => {
          const video = document.getElementById(opaqueId) as HTMLVideoElement | null;
          return {
            opaqueId, flowing, width: video?.videoWidth ?? 0, time: video?.currentTime ?? 0,
            frames: video?.getVideoPlaybackQuality().totalVideoFrames ?? 0, audioTracks: stream.getAudioTracks().length,
          };
        }),
      };
    },
    selfTest: () => runSelfTest({ milliseconds: 1_000 }),
  },
});
