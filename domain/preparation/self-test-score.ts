/**
 * The self-test of a participant's device and place (G2, G5, ONL-24), scored. What was measured counts where it was
 * measured; the rest is what the participant declared. 100 points less what each finding costs; some findings mean that
 * nobody can attend like this, whatever the rest.
 */
import { z } from 'zod';
import type { ArticleId } from '#domain/law/articles.ts';
import type { Words } from '#domain/law/ruled.ts';

/** Measured against the court's own media server: what it echoes has gone the whole way, there and back. */
export const selfTestMeasuresSchema = z.strictObject({
  /** Milliseconds; null where the browser does not say. */
  roundTripMs: z.number().min(0).max(60_000).nullable(),
  /** Of the packets sent, 0 to 1. */
  loss: z.number().min(0).max(1),
  kilobitsPerSecond: z.number().min(0).max(10_000_000),
  framesPerSecond: z.number().min(0).max(1000),
  /** The loudest that the microphone was, 0 to 1. */
  microphoneLevel: z.number().min(0).max(1),
});
export type SelfTestMeasures = z.infer<typeof selfTestMeasuresSchema>;

export const selfTestFindingsSchema = z.strictObject({
  channel: z.enum(['pc', 'phone']),
  network: z.boolean(),
  camera: z.boolean(),
  microphone: z.boolean(),
  speaker: z.boolean(),
  venueClosedAndQuiet: z.boolean(),
  measures: selfTestMeasuresSchema.optional(),
});
export type SelfTestFindings = z.infer<typeof selfTestFindingsSchema>;

export const deductionCodes = [
  'no-network', 'no-camera', 'no-microphone', 'microphone-silent', 'no-speaker', 'venue-not-closed',
  'slow', 'very-slow', 'loss', 'heavy-loss', 'narrow', 'very-narrow', 'few-frames', 'not-measured',
] as const;
export type DeductionCode = (typeof deductionCodes)[number];

export interface Deduction {
  code: DeductionCode;
  points: number;
  /** True: nobody can attend like this. */
  fatal: boolean;
  /** What was found, for example 412 (ms). */
  found?: number;
}

export interface SelfTestScore {
  /** 0 to 100. */
  score: number;
  /** `weak`: may attend; the clerk sees why it may be poor. `failed`: a technician helps. */
  verdict: 'passed' | 'weak' | 'failed';
  deductions: Deduction[];
  articles: ArticleId[];
}

const passedFrom = 80;
const weakFrom = 60;
/** Quieter than this for the whole test, and nothing was heard. */
const heardAbove = 0.01;

/** What a test is worth, with the reason of each deduction. */
export function scoreSelfTest(findings: SelfTestFindings): SelfTestScore {
  const deductions = [...devices(findings), ...network(findings)];
  const score = Math.max(0, 100 - deductions.reduce((sum, { points }) => sum + points, 0));
  const failed = score < weakFrom || deductions.some(({ fatal }) => fatal);
  return {
    score, verdict: failed ? 'failed' : score < passedFrom ? 'weak' : 'passed', deductions,
    articles: deductions.some(({ code }) => code === 'venue-not-closed') ? ['G2', 'ONL-24'] : ['G2'],
  };
}

function devices({ camera, microphone, speaker, venueClosedAndQuiet, measures }: SelfTestFindings): Deduction[] {
  const found: Deduction[] = [];
  const cannot = (code: DeductionCode, points: number, more: Partial<Deduction> = {}) => found.push({ code, points, fatal: true, ...more });
  if (!camera) cannot('no-camera', 40);
  if (!microphone) cannot('no-microphone', 40);
  else if (measures && measures.microphoneLevel <= heardAbove) cannot('microphone-silent', 40, { found: measures.microphoneLevel });
  if (!speaker) cannot('no-speaker', 40);
  // ONL-24: a quiet place, closed as far as may be; it can be changed until the hearing, but not as it is.
  if (!venueClosedAndQuiet) cannot('venue-not-closed', 40);
  return found;
}

function network({ network: works, measures }: SelfTestFindings): Deduction[] {
  if (!works) return [{ code: 'no-network', points: 100, fatal: true }];
  // Declared by word of mouth alone (the clerk on the phone): it may attend, and the file says that nobody measured.
  if (!measures) return [{ code: 'not-measured', points: 10, fatal: false }];
  const { roundTripMs, loss, kilobitsPerSecond, framesPerSecond } = measures;
  const found: Deduction[] = [];
  const costs = (code: DeductionCode, points: number, value: number) => found.push({ code, points, fatal: false, found: value });
  if (roundTripMs !== null && roundTripMs > 800) costs('very-slow', 30, roundTripMs);
  else if (roundTripMs !== null && roundTripMs > 300) costs('slow', 10, roundTripMs);
  if (loss > 0.15) costs('heavy-loss', 45, loss);
  else if (loss > 0.02) costs('loss', 15, loss);
  // Less than sound and the smallest picture need together.
  if (kilobitsPerSecond < 64) costs('very-narrow', 45, kilobitsPerSecond);
  else if (kilobitsPerSecond < 300) costs('narrow', 15, kilobitsPerSecond);
  if (framesPerSecond < 8) costs('few-frames', 15, framesPerSecond);
  return found;
}

export const deductionWords: Record<DeductionCode, Words> = {
  'no-network': { zh: '网络不通', en: 'No network' },
  'no-camera': { zh: '摄像头不能使用', en: 'The camera does not work' },
  'no-microphone': { zh: '麦克风不能使用', en: 'The microphone does not work' },
  'microphone-silent': { zh: '麦克风没有声音', en: 'The microphone hears nothing' },
  'no-speaker': { zh: '听不到声音', en: 'Nothing is heard from the speaker' },
  'venue-not-closed': { zh: '场所不封闭、不安静', en: 'The place is not closed and quiet' },
  slow: { zh: '网络往返较慢', en: 'The network answers slowly' },
  'very-slow': { zh: '网络往返很慢', en: 'The network answers very slowly' },
  loss: { zh: '网络丢包', en: 'The network loses packets' },
  'heavy-loss': { zh: '网络丢包严重', en: 'The network loses many packets' },
  narrow: { zh: '带宽偏低', en: 'Little bandwidth' },
  'very-narrow': { zh: '带宽不足', en: 'Too little bandwidth' },
  'few-frames': { zh: '画面不流畅', en: 'The picture is not fluent' },
  'not-measured': { zh: '口头确认，未经检测', en: 'Declared, not measured' },
};

export const verdictWords: Record<SelfTestScore['verdict'], Words> = {
  passed: { zh: '符合条件', en: 'Good' },
  weak: { zh: '勉强可用', en: 'Poor, but usable' },
  failed: { zh: '不符合条件', en: 'Not good enough' },
};
