/**
 * What each step of the system does, in words for whoever repairs it: what it does outside, why trying it again does nothing
 * twice, and what becomes of the case without it. Under which keys the ledger knows its effects.
 */
import type { Words } from '#domain/law/ruled.ts';
import type { StepName } from '#domain/operations/step-inputs.ts';

/** `sms`: what went out cannot be taken back. `sealed`: bears the court's seal. `booking`: takes people's and rooms' time. `room`: acts on the media server. `record`: the court's own tables. */
export type Outside = 'sms' | 'sealed' | 'booking' | 'room' | 'record' | 'nothing';

export interface StepWords {
  title: Words;
  does: Words;
  outside: readonly Outside[];
  /** What follows when it is skipped or ended as failed. */
  without: Words;
  /** How the keys of its effects begin in the ledger, from its input. */
  effects?: (input: Record<string, unknown>) => string[];
}

const w = (zh: string, en: string): Words => ({ zh, en });
const at = (value: unknown, ...path: string[]): string => {
  const found = path.reduce<unknown>((within, key) => (typeof within === 'object' && within !== null ? (within as Record<string, unknown>)[key] : undefined), value);
  return typeof found === 'string' ? found : '';
};
const offline = w('案件转为线下办理，并记明原因。', 'The case goes offline with the reason.');

export const outsideWords: Record<Outside, Words> = {
  sms: w('发送短信（不可撤回）', 'Sends SMS (cannot be taken back)'), sealed: w('制作并盖章文书（不可撤回）', 'Makes a sealed document (cannot be taken back)'),
  booking: w('占用人员和法庭的时间', 'Books people and courtrooms'), room: w('操作庭审媒体服务器', 'Acts on the media server'),
  record: w('写入本院数据库', 'Writes the court’s own records'), nothing: w('不产生外部影响', 'Nothing outside'),
};
const irreversible: readonly Outside[] = ['sms', 'sealed'];
export const isIrreversible = ({ outside }: Pick<StepWords, 'outside'>): boolean => outside.some((one) => irreversible.includes(one));

/** Why a repetition is harmless, by what it does outside. */
export const heldBackWords: Record<Outside, Words> = {
  sms: w('每条短信有固定编号并记入台账：已经发出的不会再发。', 'Each SMS has a fixed key in the ledger: what went out does not go out again.'),
  sealed: w('文书编号由案件决定：已经做成的不会重做。', 'The document’s id follows from the case: what was made is not made again.'),
  booking: w('以庭次编号预订：再次执行得到同一预订。', 'Booked under the hearing’s id: tried again, it answers the same booking.'),
  room: w('再次执行只恢复应有的状态。', 'Tried again, it restores what should be.'),
  record: w('以编号写入：再次执行得到同一结果。', 'Written under its id: tried again, it answers the same.'),
  nothing: w('可以任意次重试。', 'May be tried any number of times.'),
};

export const stepWords: Record<StepName, StepWords> = {
  loadCalendar: { title: w('读取工作日历', 'Load the calendar'), does: w('读取法定节假日和本院休息日。', 'Reads public holidays and the court’s closing days.'), outside: ['nothing'], without: w('沿用已有日历。', 'The calendar stays as it was.') },
  acceptFiling: { title: w('立案分案', 'Accept and allot'), does: w('编立案号，分配承办法官、书记员。', 'Gives the case its number, judge and clerk.'), outside: ['record'], without: offline },
  issueAcceptance: {
    title: w('发送受理通知', 'Notice of acceptance'), does: w('制作受理案件通知书并短信通知立案人。', 'Makes the sealed notice of acceptance and tells the filer by SMS.'), outside: ['sealed', 'sms'],
    without: w('立案人未获书面通知，书记员须另行告知。', 'The filer has no written notice; the clerk tells them otherwise.'), effects: (input) => [`acceptance/${at(input, 'caseId')}/`],
  },
  bookHearing: { title: w('预订庭审', 'Book a hearing'), does: w('占用法官、书记员、当事人和法庭的时间。', 'Books judge, clerk, parties and courtroom.'), outside: ['booking'], without: w('排期未成，书记员重新排期。', 'Not scheduled; the clerk schedules again.') },
  freeBooking: { title: w('释放预订', 'Free a booking'), does: w('释放来不及通知的预订。', 'Frees a booking that came too late to be noticed.'), outside: ['booking'], without: w('时间仍被占用。', 'The time stays booked.') },
  cancelHearing: {
    title: w('取消庭审', 'Cancel a hearing'), does: w('释放预订，并短信通知所有人。', 'Frees what was booked and tells everybody by SMS.'), outside: ['booking', 'sms'],
    without: w('时间仍被占用，参与人未获通知。', 'The time stays booked, and nobody is told.'), effects: (input) => [`cancel/${at(input, 'hearing', 'hearingId')}/`],
  },
  issueNotices: {
    title: w('发送开庭通知', 'Notices of hearing'), does: w('为每位参与人制作盖章的通知书并发送短信。', 'Makes each participant’s sealed notice and sends the SMS.'), outside: ['sealed', 'sms'],
    without: w('通知未经证明，书记员须电话通知（G4）。', 'The notices are unproven; the clerk calls (G4).'), effects: (input) => [`notice/${at(input, 'hearing', 'hearingId')}/`],
  },
  sendLivestreamNotice: {
    title: w('告知庭审直播', 'Tell of the livestream'), does: w('短信告知一位参与人。', 'Tells one who takes part by SMS.'), outside: ['sms'],
    without: w('仅有站内待办，未发短信。', 'Their task stands; no SMS went out.'), effects: (input) => [`livestream-notice/${at(input, 'hearingId')}/${at(input, 'participantId')}`],
  },
  makeLivestreamForm: { title: w('制作直播审批表', 'Livestream approval form'), does: w('制作盖章的审批表，归入副卷。', 'Makes the sealed approval form for the confidential volume.'), outside: ['sealed'], without: w('副卷缺少该版审批表。', 'The confidential volume lacks this version.'), effects: (input) => [`livestream-form/${at(input, 'hearingId')}/`] },
  changeBench: { title: w('更换审判人员', 'Change the bench'), does: w('按轮次另行分配，预订随之变更。', 'Allots somebody else; bookings follow.'), outside: ['record', 'booking'], without: w('原人员不变，案件须人工处理。', 'The bench stays as it was; somebody must act.') },
  tellBenchChange: { title: w('告知人员变更', 'Tell of the changed bench'), does: w('短信告知所有参与人。', 'Tells everybody by SMS.'), outside: ['sms'], without: w('参与人未获通知（CPL-131）。', 'Nobody is told (CPL-131).'), effects: (input) => [`bench/${at(input, 'caseId')}/${at(input, 'from')}/`] },
  sendInvitation: { title: w('发送邀请', 'Send an invitation'), does: w('短信发送参加诉讼的邀请。', 'Sends the invitation by SMS.'), outside: ['sms'], without: w('被邀请人未获短信，须另行告知。', 'Whoever is invited has no SMS and is told otherwise.'), effects: (input) => [`invitation/${at(input, 'taskId')}`] },
  bookParticipant: { title: w('加订参与人时间', 'Book a participant'), does: w('占用后到参与人的时间。', 'Books the time of one who came later.'), outside: ['booking'], without: w('该参与人时间未占用。', 'Their time is not booked.') },
  freeParticipant: { title: w('释放参与人时间', 'Free a participant'), does: w('释放离开者的预订。', 'Frees the time of one who left.'), outside: ['booking'], without: w('其时间仍被占用。', 'Their time stays booked.') },
  tellRepresentative: { title: w('告知代理人变更', 'Tell of a representative'), does: w('短信告知所有参与人。', 'Tells everybody by SMS.'), outside: ['sms'], without: w('参与人未获通知（CPL-63）。', 'Nobody is told (CPL-63).'), effects: (input) => [`representative/${at(input, 'caseId')}/${at(input, 'agent', 'participantId') || at(input, 'former', 'participantId')}/`] },
  issueRuling: {
    title: w('送发裁定', 'Issue a ruling'), does: w('制作盖章的裁定书或者调解书，并短信通知所有人。', 'Makes the sealed ruling or agreement and tells everybody by SMS.'), outside: ['sealed', 'sms'],
    without: w('裁定未送达，须线下制作和送达。', 'The ruling is not served; it is made and served on paper.'), effects: (input) => [`ruling/${at(input, 'rulingId')}/`],
  },
  freezeTranscript: { title: w('固定笔录', 'Freeze the transcript'), does: w('把笔录固定为待签版本。', 'Fixes the transcript as the version to sign.'), outside: ['record'], without: w('签名不能开始，书记员再次完成笔录。', 'Signing cannot begin; the clerk finishes the transcript again.') },
  hashText: { title: w('计算文本摘要', 'Hash a text'), does: w('计算待签文本的摘要。', 'Computes what a signature is bound to.'), outside: ['nothing'], without: w('协议不能签署，视为未达成。', 'The agreement cannot be signed: not reached.') },
  makeSessionDocument: { title: w('制作庭审文书', 'Document of a session'), does: w('制作盖章文书。', 'Makes a sealed document.'), outside: ['sealed'], without: w('记明未能制作，线下制作。', 'On record as not made; it is made on paper.') },
  fileServedDocument: { title: w('文书入卷', 'File a document'), does: w('把待送达的文书归入案件。', 'Puts the document to be served into the case.'), outside: ['record'], without: w('文书未入卷，不能送达。', 'Not filed, so not served.') },
  tellOfService: { title: w('告知电子送达', 'Tell of service'), does: w('短信告知文书待签收。', 'Tells a party by SMS that a document is to be signed for.'), outside: ['sms'], without: w('当事人未获短信，待办仍在。', 'No SMS; their task stands.'), effects: (input) => [`service/${at(input, 'fileId')}/${at(input, 'participantId')}`] },
  makeServiceReceipt: { title: w('制作送达回证', 'Receipt of service'), does: w('制作盖章的送达回证。', 'Makes the sealed receipt of service.'), outside: ['sealed'], without: w('送达有记录，没有回证文书。', 'The service is on record, without the receipt.') },
  tellOfRecording: { title: w('告知录像申请结果', 'Tell of a recording'), does: w('短信告知申请人。', 'Tells whoever applied by SMS.'), outside: ['sms'], without: w('申请人未获短信。', 'No SMS to whoever applied.'), effects: (input) => [`recordings/${at(input, 'requestId')}/${at(input, 'what')}`] },
  supplementArchive: { title: w('补充装订', 'Supplement the archive'), does: w('把归档后制作的摘录装入副卷补充卷，原卷不变。', 'Files an extract that was made after archiving in a supplement; the sealed volumes stay.'), outside: ['sealed'], without: w('摘录不在卷内，记录在案。', 'The extract is not in the archive; that is on record.') },
  sealArchive: { title: w('封存卷宗', 'Seal the archive'), does: w('汇集全案材料，制作并封存正卷、副卷和光盘。', 'Gathers the case, makes and seals both volumes and the disc.'), outside: ['sealed'], without: w('案件不能电子归档，转为线下办理。', 'No electronic archive: the case goes offline.') },
  provisionRoom: { title: w('开设庭审房间', 'Open the room'), does: w('建立房间和席位。', 'Makes the room and its seats.'), outside: ['room'], without: w('没有网上法庭，庭审不能进行。', 'There is no room: the hearing cannot be held.') },
  unseat: { title: w('撤除席位', 'Take a seat away'), does: w('请离开者退出房间。', 'Puts out one who left the case.'), outside: ['room'], without: w('其席位仍在。', 'Their seat stays.') },
  startRecording: { title: w('开始录制', 'Start the recording'), does: w('开始录制庭审。', 'Starts recording the hearing.'), outside: ['room'], without: w('庭审没有录像（REC-4）。', 'The hearing is not recorded (REC-4).') },
  setBenchMedia: { title: w('休庭静音', 'Stop the bench’s media'), does: w('停止或者恢复审判席音视频。', 'Stops the bench’s media, or lets them through.'), outside: ['room'], without: w('音视频保持原状。', 'The media stay as they are.') },
  closeRoom: { title: w('关闭房间', 'Close the room'), does: w('停止录制并关闭房间。', 'Stops the recording and ends the room.'), outside: ['room'], without: w('房间可能仍开着。', 'The room may stay open.') },
  composeRecording: { title: w('合成录像', 'Compose the recording'), does: w('汇集各路录像并合成。', 'Collects the tracks and makes the recording.'), outside: ['record'], without: w('记明没有合成录像，须书面说明（REC-4）。', 'On record as not composed; explained in writing (REC-4).') },
  markRecording: { title: w('制作加注录像', 'Mark a recording'), does: w('为获准者制作加注姓名的录像。', 'Makes the copy with the name of whom it was granted to.'), outside: ['record'], without: w('获准者得不到录像。', 'The copy is not made.') },
  extractRecording: { title: w('截取录像', 'Extract of a recording'), does: w('截取一段录像。', 'Takes out a stretch of the recording.'), outside: ['record'], without: w('没有截取，记录在案。', 'Not extracted, on record.') },
};

/** What is said of a step that this build does not know. */
export const unknownStep = (name: string): StepWords => ({
  title: w(name, name), does: w('本版本不认识此步骤。', 'This build does not know the step.'), outside: ['nothing'], without: w('案件按没有此步骤继续。', 'The case goes on without it.'),
});
export const wordsOfStep = (name: string): StepWords => (Object.hasOwn(stepWords, name) ? stepWords[name as StepName] : unknownStep(name));
