/** Every area of the pages in English, for whoever needs them all. */
import { desk } from '#web/i18n/en/desk.ts';
import { everybody } from '#web/i18n/en/everybody.ts';
import type { Catalogue } from '#web/i18n/zh/catalogue.ts';

export const catalogue: Catalogue = { ...everybody, ...desk };
