import type { SameKeys } from '#web/i18n/shape.ts';
import type { room as chinese } from '#web/i18n/zh/room.ts';

export const room: SameKeys<typeof chinese> = {
  title: 'Courtroom', session: 'Session {{n}} · {{kind}}',
  kind: { inquiry: 'Inquiry', custodyQuestioning: 'Questioning in custody', publicHearing: 'Public hearing', mediation: 'Mediation', evidenceExchange: 'Evidence exchange', trial: 'Trial', pronouncement: 'Pronouncement', service: 'Service' },
  lobby: {
    caseNumber: 'Case number', session: 'Session', you: 'Your seat', starts: 'Starts', courtroom: 'Courtroom', meetingNumber: 'Meeting number', enter: 'Enter the courtroom', entering: 'Entering…', notOpen: 'The courtroom is not open yet', opensAt: 'It opens 30 minutes before the start ({{time}}); this page updates by itself.', adjourned: 'This hearing was adjourned', cancelled: 'This hearing was cancelled; you will be told of a new time.',
    before: 'Before you enter', camera: 'The browser asks for camera and microphone: please choose “Allow”.', place: 'Be in a closed, quiet place with nobody else there.', recorded: 'The whole hearing is recorded.', stay: 'Do not leave without permission. A broken connection comes back by itself.', notSeated: 'You do not take part in this hearing.', noCamera: 'Camera and microphone do not work at this address; please use the https address.',
  },
  now: { phase: 'Phase', what: 'Now', speaks: 'Speaking', since: 'since {{time}}', recording: 'Recording', notRecording: 'Not recording' },
  seat: { me: 'me', waiting: 'Has not entered', away: 'Gone', awayBecause: 'Gone: {{cause}}', present: 'Present', noPicture: 'No picture', silent: 'No picture, coming back', pausedByRecess: 'Recess: the court’s camera and sound are stopped', pausedBySuspension: 'Suspended: the court’s camera and sound are stopped', cameraOff: 'Camera off', microphoneOff: 'Microphone off', acknowledged: 'Discipline acknowledged', notAcknowledged: 'Discipline not acknowledged', mute: 'No sound yet: press to hear' },
  cause: { 'deliberate-leave': 'left', 'closed-page': 'page closed', 'network-loss': 'network lost', 'locked-phone': 'phone locked or a call', device: 'device failed', removed: 'removed from the room', 'court-equipment': 'the court’s equipment', 'not-joined': 'not entered', unknown: 'cause not known yet' },
  verified: { network: 'Network failure', device: 'Device damage', power: 'Power cut', forceMajeure: 'Other force majeure', leftWithoutReason: 'Left without good reason', leftWithPermission: 'Left with permission', other: 'Other' },
  controls: { label: 'My devices', microphoneOn: 'Turn the microphone off', microphoneOff: 'Turn the microphone on', cameraOn: 'Turn the camera off', cameraOff: 'Turn the camera on', leave: 'Leave', shortMicrophone: 'Microphone', shortCamera: 'Camera', on: 'on', off: 'off', },
  leave: { heading: 'Leave the courtroom?', sitting: 'The court is sitting. Leaving without permission: a plaintiff is treated as withdrawing, a defendant as absent (the judge decides whether there was good reason). Leaving goes on record.', notSitting: 'You can enter again at any time.', stay: 'Stay', go: 'Leave', left: 'You have left the courtroom', again: 'Enter again', displaced: 'You entered on another device', displacedMore: 'A seat can be in one place only. To go on here, press “Enter again”.' },
  connection: { reconnecting: 'The connection broke and is coming back by itself ({{seconds}} s). Please do not close or reload the page.', ownNetwork: 'Your network is gone; the page reconnects when it is back. Check Wi-Fi or mobile data and keep this page open.', server: 'The court’s server is recovering; the page reconnects by itself. Your seat is kept, keep this page open.', weak: 'Your network is weak; the picture may be poor.', },
  device: { camera: 'The camera cannot be used.', microphone: 'The microphone cannot be used.', denied: 'The browser does not allow it. Allow it beside the address bar and enter again.', missing: 'No device found; it is taken again once plugged in.', busy: 'Another program uses it; close that and it comes back.', ended: 'The device went away (a call, unplugged); it goes on when it is back.', other: 'Please check the device.' },
  discipline: { open: 'Discipline', acknowledge: 'I have heard this and will comply', confirm: 'Confirm', confirming: 'Confirming…', version: 'Text version {{version}}', must: 'Read each point, then confirm. It goes on record.', },
  interruption: {
    heading: 'The hearing is interrupted', who: '{{who}} is gone', cause: 'Cause, as seen so far: {{cause}}', since: 'since {{time}}', bySystem: 'The presiding judge is gone; the hearing is suspended by itself.', nextWaiting: 'Next: the judge waits, suspends or adjourns. Please stay connected.', nextVerify: 'Next: the judge verifies the cause; it goes on once the network is stable. Please stay connected.', nextResume: 'The network is stable; waiting for the judge to resume. Please stay connected.', recess: 'The court is in recess. Please stay connected.',
  },
  pending: { suspendedHeading: 'The hearing is suspended' },
  court: { panel: 'Presiding', moves: 'Steps', noMoves: 'No step is open now.', refused: 'Not possible: {{move}}', making: 'Being done…', todo: 'For you to decide', reason: 'Reason', reasonWrong: 'Please give a reason', confirm: 'Confirm', cancel: 'Cancel', confirmClose: 'Close the hearing? The recording stops, and the transcript is signed.', confirmAdjourn: 'Adjourn? This hearing ends, and a new time is set.', confirmSuspend: 'Suspend the hearing?', keys: 'Keys: Alt+number for a step, Alt+M microphone, Alt+V camera, Alt+J transcript, Alt+O steps', about: 'About: {{who}}' },
  task: {
    'suspend-or-continue': { heading: '{{who}} is gone. Suspend?', wait: 'Wait', suspend: 'Suspend', adjourn: 'Adjourn' },
    'verify-cause': { heading: 'Verify why {{who}} was gone', cause: 'Cause', findings: 'Findings', submit: 'Record the findings' },
    'resume-hearing': { heading: 'The network is stable', submit: 'Resume the hearing' },
    'adjourn-hearing': { heading: 'The interruption takes long', adjourn: 'Adjourn', wait: 'Go on waiting' },
    otherwise: 'If nobody acts: {{what}}', due: 'Please decide by {{time}}',
  },
  side: { transcript: 'Transcript', evidence: 'Evidence', people: 'Present', discipline: 'Discipline', empty: 'The transcript has no lines yet.', noEvidence: 'No evidence.', by: 'submitted by {{who}}', show: 'View', live: 'The clerk is writing; this updates as it goes.', amended: 'amended', label: 'Material of the hearing' },
  ended: { heading: 'The hearing is over', lead: 'The recording is being put together; you are told when the transcript is ready to sign.', sign: 'The transcript is ready to sign', toSign: 'Read and sign', adjourned: 'The hearing was adjourned; the clerk sets a new time and tells you.' },
  tile: '{{name}}, {{role}}', tiles: 'Pictures of the courtroom',
};
