/** A person's phone: the demonstration court's SMS are read where it shows them. */
import { expect } from './expect.ts';

interface Message { key: string; text: string; sentAt: string }

export async function messagesTo(baseUrl: string, phone: string): Promise<Message[]> {
  const answer = await fetch(`${baseUrl}/api/demonstration/outbox?phone=${phone}`);
  if (!answer.ok) throw new Error(`The outbox answers ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { messages: Message[] }).messages;
}

/** The code in the SMS that came after `before` was looked at. */
export async function codeFrom(baseUrl: string, phone: string, before: readonly Message[]): Promise<string> {
  const known = new Set(before.map(({ key }) => key));
  const code = (messages: Message[]) => messages.filter(({ key }) => !known.has(key)).map(({ text }) => /验证码[^\d]*(\d{6})/.exec(text)?.[1]).find(Boolean);
  return code(await expect(`An SMS with a code to ${phone}`, () => messagesTo(baseUrl, phone), (messages) => code(messages) !== undefined)) ?? '';
}
