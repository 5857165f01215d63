/** Which files the court takes, and how a file is known to be what its name says. */
import { fileTypeFromBuffer } from 'file-type';
import type { Words } from '#domain/law/ruled.ts';

interface Accepted {
  mediaType: string;
  /** What the content may show itself as; null for plain text, which shows nothing. */
  content: readonly string[] | null;
}

const ooxml = 'application/vnd.openxmlformats-officedocument';
const accepted: Record<string, Accepted> = {
  pdf: { mediaType: 'application/pdf', content: ['application/pdf'] },
  png: { mediaType: 'image/png', content: ['image/png', 'image/apng'] },
  jpg: { mediaType: 'image/jpeg', content: ['image/jpeg'] },
  jpeg: { mediaType: 'image/jpeg', content: ['image/jpeg'] },
  mp4: { mediaType: 'video/mp4', content: ['video/mp4'] },
  mp3: { mediaType: 'audio/mpeg', content: ['audio/mpeg'] },
  doc: { mediaType: 'application/msword', content: ['application/x-cfb'] },
  xls: { mediaType: 'application/vnd.ms-excel', content: ['application/x-cfb'] },
  docx: { mediaType: `${ooxml}.wordprocessingml.document`, content: [`${ooxml}.wordprocessingml.document`] },
  xlsx: { mediaType: `${ooxml}.spreadsheetml.sheet`, content: [`${ooxml}.spreadsheetml.sheet`] },
  txt: { mediaType: 'text/plain; charset=utf-8', content: null },
};

/** How much of the beginning is looked at. Bytes. */
export const SNIFFED_BYTES = 256 * 1024;

export const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

const list = Object.keys(accepted).join(', ');
const notTaken: Words = { zh: `不接受该类型的文件。可上传：${list}。`, en: `Files of this type are not taken. These are: ${list}.` };
const notWhatItSays = (extension: string): Words => ({
  zh: `文件内容与扩展名 .${extension} 不符，请核对后重新上传。`,
  en: `The content of the file is not what its name says (.${extension}): check it and upload it again.`,
});

export type TypeCheck = { ok: true; mediaType: string } | { ok: false; why: Words };

/** Known by its name alone, before anything of it has come. */
export function checkName(name: string): { ok: true } | { ok: false; why: Words } {
  return Object.hasOwn(accepted, extensionOf(name)) ? { ok: true } : { ok: false, why: notTaken };
}

/** @param beginning the first `SNIFFED_BYTES` of the content, or all of it. */
export async function checkContent(name: string, beginning: Uint8Array): Promise<TypeCheck> {
  const extension = extensionOf(name);
  const type = Object.hasOwn(accepted, extension) ? accepted[extension] : undefined;
  if (!type) return { ok: false, why: notTaken };
  const found = await fileTypeFromBuffer(beginning);
  const fits = type.content === null ? found === undefined && isText(beginning) : found !== undefined && type.content.includes(found.mime);
  return fits ? { ok: true, mediaType: type.mediaType } : { ok: false, why: notWhatItSays(extension) };
}

/** UTF-8, as far as it goes; a character may be cut at the end. */
function isText(beginning: Uint8Array): boolean {
  if (beginning.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(beginning, { stream: true });
    return true;
  } catch {
    return false;
  }
}
