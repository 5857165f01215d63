/**
 * Words that do not belong to the language of a page. Names stay as they are in every language: of people, the court,
 * its courtrooms, the documents of the law, and whatever the parties themselves wrote.
 */
import { demonstrationPersons } from '#adapters/identity/demonstration-persons.ts';
import { demonstrationCourtrooms, demonstrationPassword, demonstrationStaff } from '#db/demonstration-staff.ts';
import { divisions } from '#domain/court/court.ts';
import { provisions } from '#domain/law/articles.ts';
import type { Language } from '#web/i18n/languages.ts';
import { operationsOfContract } from '#e2e/leaks/requests.ts';

const names = [
  ...demonstrationStaff.map(({ name }) => name), ...demonstrationPersons.map(({ name }) => name), ...demonstrationCourtrooms.map(({ name }) => name),
  ...provisions.flatMap(({ document, article }) => [`${document.zh}${article}`, document.zh]), ...provisions.map(({ article }) => article), ...Object.values(divisions),
].sort((one, other) => other.length - one.length);

/** Short names of articles that hold more than letters and a number: taken out whole, before their parts are. */
const articleIds = [...new Set(provisions.map(({ id }) => id))].filter((id) => /[a-z]/.test(id)).sort((one, other) => other.length - one.length);

/** What programs call an operation; the history of a case shows it beside the words. */
const operations = new Set(operationsOfContract().map(({ name }) => name));

const familyNames = new Set([...demonstrationStaff, ...demonstrationPersons].map(({ name }) => name[0]));

/** What the people of the test wrote, and what the court is called; told by the test. */
const written = new Set<string>();
export function asWritten(...texts: readonly string[]): void {
  for (const text of texts) for (const line of text.split('\n')) written.add(line.trim());
}

/** The same in both languages. */
const neither = [
  /https?:\/\/\S+/g,
  // What was tried, as the API names it.
  /(?<=被拒绝的操作：|Refused attempt: )[a-z]+\.[A-Za-z]+/g,
  // A case number, a file's name, an id, a hash, an article's short name, an account's name.
  /（\d{4}）豫\d+\p{Script=Han}+\d+号/gu, /[^\s“”]+\.(?:pdf|png|mp4|json|docx?|iso)\b/g, /[0-9a-f]{8}-[0-9a-f-]{27}/g, /\b[0-9a-f]{8,}\b/g, /\b[A-Z]+-?\d+\b/g,
];
const accounts = new RegExp(`\\b(?:${[...demonstrationStaff.map(({ username }) => username), demonstrationPassword].join('|')})\\b`, 'g');
/** Words that Chinese pages write in Latin letters, as Chinese does. */
const usualInChinese = /\b(?:Kaiting|PDF|Word|ISO|Wi-Fi|SHA-256|UDP|JSON|https|Enter|Esc|Ctrl|Alt|Shift|MB|kB|GB|ms)\b/g;

/** @returns a line for each text with a word of the other language, or with a key where words should be. */
export function foreignWords(language: Language, texts: readonly string[]): string[] {
  return texts.flatMap((text) => {
    const rest = withoutNames(text);
    if (/\{\{|\}\}|\bundefined\b|\bNaN\b|\[object/.test(rest)) return [`not filled in: “${text}”`];
    if (language === 'en') {
      if (/\p{Script=Han}/u.test(rest)) return [`Chinese on an English page: “${text}”`];
      return /(?<![\w.])[a-z][A-Za-z]*(?:[.:][a-z][A-Za-z0-9-]*)+(?![\w.])/.test(rest) ? [`a key instead of words: “${text}”`] : [];
    }
    return /[A-Za-z]{2,}/.test(rest.replace(accounts, ' ').replace(usualInChinese, ' ')) ? [`English on a Chinese page: “${text}”`] : [];
  });
}

function withoutNames(text: string): string {
  if (operations.has(text.trim())) return '';
  let rest = text;
  for (const id of articleIds) rest = rest.replaceAll(id, ' ');
  for (const pattern of neither) rest = rest.replace(pattern, ' ');
  for (const name of [...written].sort((one, other) => other.length - one.length)) rest = rest.replaceAll(name, ' ');
  for (const name of names) rest = rest.replaceAll(name, ' ');
  // In the place of a picture stands the family name.
  if (familyNames.has(rest)) return '';
  return rest;
}
