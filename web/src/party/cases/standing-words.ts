/** Stages and endings in words; one that this page does not know is shown as it is. */
import { closedWords, stageWords } from '#domain/case/stages.ts';
import type { Words } from '#domain/law/ruled.ts';

const same = (text: string): Words => ({ zh: text, en: text });
export const stageText = (stage: string): Words => (Object.hasOwn(stageWords, stage) ? stageWords[stage as keyof typeof stageWords] : same(stage));
export const closedText = (how: string): Words => (Object.hasOwn(closedWords, how) ? closedWords[how as keyof typeof closedWords] : same(how));
