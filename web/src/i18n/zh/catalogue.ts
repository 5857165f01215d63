/** Every area of the pages in Chinese, for whoever needs them all; a browser loads `everybody`, and `desk` with the desk. */
import { desk, type DeskWords } from '#web/i18n/zh/desk.ts';
import { everybody, type EverybodyWords } from '#web/i18n/zh/everybody.ts';

export type Catalogue = EverybodyWords & DeskWords;
export const catalogue: Catalogue = { ...everybody, ...desk };
