/**
 * Absences of the court's staff: from a day to a day, with a deputy who holds the same role. While one lasts, the policy
 * lets the deputy see and answer what waits for the absent person, but for what is theirs alone by law; at its end
 * everything is theirs again, because nothing was moved.
 */
import { randomUUID } from 'node:crypto';
import type { Absence } from '#api/contract/desk.ts';
import type { SignedInContext } from '#api/context.ts';
import { invalid, notFound, refused } from '#api/errors.ts';
import { ensure, viewerOf } from '#api/operations/access.ts';
import { absences, addAbsence, colleaguesOf, divisionOfStaff, endAbsence } from '#db/queries/absences.ts';
import { may } from '#domain/access/policy.ts';
import { boundsOf, daysBetween, dayOf, parseShanghaiDay, type ShanghaiDay } from '#domain/calendar/day.ts';
import type { Refusal } from '#domain/law/ruled.ts';

interface AbsencesView { mine: Absence[]; others: Absence[] | null; deputies: { personId: string; name: string; title: string }[] }

export async function listAbsences(context: SignedInContext): Promise<AbsencesView> {
  ensure(context, null, { do: 'enter-absence' });
  const { sql, user: { personId, roles } } = context;
  const supervises = may(viewerOf(context.user), null, { do: 'see-absences' }).allowed;
  // A head sees her division's, a manager the whole court's.
  const division = roles.includes('manager') ? '' : await divisionOfStaff(sql, personId);
  const [mine, others, deputies] = await Promise.all([
    absences(sql, { of: personId }), supervises ? absences(sql, { of: null, division }) : null, colleaguesOf(sql, personId),
  ]);
  return { mine, others: others && others.filter(({ person }) => person.personId !== personId), deputies };
}

export async function enterAbsence(context: SignedInContext, input: { from: string; until: string; deputy: string; reason: string }): Promise<AbsencesView> {
  ensure(context, null, { do: 'enter-absence' });
  const { personId } = context.user;
  const { now } = await context.courtNow();
  const { from, until } = daysOf(input, dayOf(now.getTime()));
  if (!(await colleaguesOf(context.sql, personId)).some((one) => one.personId === input.deputy)) {
    throw invalid([{ path: 'deputy', message: { zh: '请选择同一岗位的同事。', en: 'Choose a colleague who holds the same role.' } }]);
  }
  const clash = await addAbsence(context.sql, {
    id: randomUUID(), personId, deputyId: input.deputy, from: new Date(boundsOf(from).first), until: new Date(boundsOf(until).last), reason: input.reason, enteredAt: now,
  });
  if (clash !== null) throw refused(clashes[clash]);
  return listAbsences(context);
}

export async function returnFromAbsence(context: SignedInContext, absenceId: string): Promise<AbsencesView> {
  ensure(context, null, { do: 'enter-absence' });
  const { now } = await context.courtNow();
  if (!(await endAbsence(context.sql, absenceId, context.user.personId, now))) throw notFound();
  return listAbsences(context);
}

/** Longer than a year is no absence: the person's cases go to somebody else. */
const longestDays = 366;

function daysOf(input: { from: string; until: string }, today: ShanghaiDay): { from: ShanghaiDay; until: ShanghaiDay } {
  const [from, until] = [parseShanghaiDay(input.from), parseShanghaiDay(input.until)];
  const wrong = (path: string, zh: string, en: string) => invalid([{ path, message: { zh, en } }]);
  if (!from || from < today) throw wrong('from', '请填写今天或者以后的日期。', 'Give today or a later day.');
  if (!until || until < from) throw wrong('until', '结束日期不得早于开始日期。', 'The last day must not be before the first.');
  if (daysBetween(from, until) > longestDays) throw wrong('until', '离岗时间不得超过一年；更长的，请调整案件的承办人员。', 'An absence is a year at most; for longer, the cases are given to others.');
  return { from, until };
}

const clashes: Record<'own' | 'deputy' | 'standsIn', Refusal> = {
  own: { code: 'absent-already', articles: [], message: { zh: '这段时间您已经登记了离岗。', en: 'You have entered an absence for this time already.' } },
  deputy: { code: 'deputy-absent', articles: [], message: { zh: '所选的代理人这段时间也不在岗，请选择其他同事。', en: 'That colleague is away during this time too; choose somebody else.' } },
  standsIn: { code: 'stands-in', articles: [], message: { zh: '这段时间您正在代理其他同事，请先由其另选代理人。', en: 'You stand in for a colleague during this time; they must choose another deputy first.' } },
};
