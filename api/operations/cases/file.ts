/**
 * G3: filing online. The person has been verified by their real name; the others are named, checked and, where the
 * register knows them, verified. What may be filed, by whom and against whom, is domain/filing. What was typed stays in
 * PostgreSQL; the workflow gets ids and legal facts.
 *
 * One transaction holds persons, organisations, text, files and the command that starts the workflow: dying before its
 * end leaves nothing, dying after it starts the case later.
 */
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { stateCouncilCalendar } from '#adapters/calendar/state-council-calendar.ts';
import type { Transaction } from '#api/commands.ts';
import type { filingInput } from '#api/contract/cases.ts';
import type { CommandAnswer } from '#api/contract/shared.ts';
import type { SignedInContext } from '#api/context.ts';
import { invalid, type FieldProblem } from '#api/errors.ts';
import { ensure } from '#api/operations/access.ts';
import { namedPersons } from '#api/operations/cases/named-persons.ts';
import { attachOwnFiles } from '#api/operations/own-files.ts';
import { filings, filingVersions, organisations, type FilingParticulars } from '#db/schema/cases.ts';
import { dayOf, parseShanghaiDay, yearOf, type ShanghaiDay } from '#domain/calendar/day.ts';
import { caseWorkflowId, courtTaskQueue } from '#domain/case/ids.ts';
import type { Filing, Participant } from '#domain/case/types.ts';
import { instancesHeard } from '#domain/court/court.ts';
import { filingFactsOf, withArticles } from '#domain/filing/facts-of.ts';
import { requiredMaterials } from '#domain/filing/materials.ts';
import { checkParties } from '#domain/filing/parties.ts';
import { appealPeriod } from '#domain/filing/periods.ts';
import { checkCause } from '#domain/law/causes/causes.ts';
import type { CaseInput } from '#domain/messages/messages.ts';
import { ageOn, checkIdentityNumber } from '#domain/people/identity-number.ts';
import { checkSocialCreditCode } from '#domain/people/social-credit-code.ts';

/** As it came, with what was left out filled in. */
export type FilingInput = z.output<typeof filingInput>;

const calendars = stateCouncilCalendar();

export async function fileCase(context: SignedInContext, input: FilingInput): Promise<CommandAnswer & { caseId: string }> {
  const answer = await context.commands.send(context, {
    operation: 'cases.file', body: input,
    prepare: async (tx, commandId) => {
      ensure(context, null, { do: 'file-case' });
      const caseId = randomUUID();
      const { now, offsetMs } = await context.courtNow();
      const filing = await keepFiling(context, tx, commandId, caseId, now, input);
      const start: CaseInput = { filing, clockOffsetMs: offsetMs };
      return { kind: 'start', workflowId: caseWorkflowId(caseId), workflowType: 'courtCase', taskQueue: courtTaskQueue, args: [start], seq: 1, result: { caseId } };
    },
  });
  return { ...answer, caseId: (answer.result as { caseId: string }).caseId };
}

async function keepFiling(context: SignedInContext, tx: Transaction, commandId: string, caseId: string, now: Date, input: FilingInput): Promise<Filing> {
  const { personId } = context.user;
  const today = dayOf(now.getTime());
  const appeal = await appealOf(input, today);
  const problems = [...ruleProblems(input, today), ...(appeal && 'problems' in appeal ? appeal.problems : [])];
  if (problems.length > 0) throw invalid(problems);
  const named = await namedPersons(context, tx, now, input);

  const participants = await keepParticipants(tx, caseId, personId, named, input);
  await attachOwnFiles(tx, { personId, commandId }, caseId, filesOf(input), 'filing');
  const text = { causeOfAction: input.causeOfAction.trim(), claims: input.claims, factsAndReasons: input.factsAndReasons, materials: input.materials };
  const { caseType, instance, prosecutionGround, prosecution } = input;
  const publicly = input.filedAs === 'prosecutor' && prosecution !== undefined;
  const known = appeal && 'known' in appeal ? appeal.known : undefined;
  const particulars: FilingParticulars = {
    caseType, instance, ...(prosecutionGround && !publicly ? { prosecutionGround } : {}), ...(publicly ? { publicProsecution: true as const, prosecution } : {}),
    ...(known ? { appeal: { ...known, ...(input.appeal?.lateBecause ? { lateBecause: input.appeal.lateBecause } : {}) } } : {}),
  };
  await tx.insert(filings).values({ caseId, filedBy: personId, ...text, particulars, filedAt: now });
  await tx.insert(filingVersions).values({ caseId, version: 1, content: text, changed: [], at: now });
  return {
    caseId, filedBy: personId, participants,
    // The court adds what it finds (a bad social effect) by its own decisions.
    facts: { caseType, instance, minorDefendant: caseType === 'criminal' && accusedIsMinor(input, today), badSocialEffect: false, ...input.facts, ...(publicly ? { publicProsecution: true, noGroundForOnline: prosecution.onlineGround === 'none' } : {}) },
    materials: input.materials.map(({ fileId }) => fileId),
    appliesForOnline: input.appliesForOnline,
    ...(known ? { appeal: known } : {}),
    ...(prosecutionGround && !publicly ? { prosecutionGround } : {}),
  };
}

/** What the rules of domain/filing find wrong, each with its articles. */
function ruleProblems(input: FilingInput, today: ShanghaiDay): FieldProblem[] {
  const cause = checkCause(input.caseType, input.causeOfAction);
  const facts = filingFactsOf({ ...input, causeOfAction: input.causeOfAction.trim() });
  const given = new Set(input.materials.map(({ category }) => category));
  return [
    ...(cause.ok ? [] : [{ path: 'causeOfAction', message: cause.message }]),
    ...checkParties(facts, today, instancesHeard).map((fault) => ({ path: fault.field, message: withArticles(fault) })),
    ...requiredMaterials(facts, today).filter(({ category }) => !given.has(category)).map((missing) => ({ path: `materials.${missing.category}`, message: withArticles(missing) })),
    ...(input.instance === 'second' && !input.appeal ? [{ path: 'appeal', message: { zh: '请填写第一审裁判的信息。', en: 'Tell the decision that is appealed against.' } }] : []),
  ];
}

/** CPL-171 and its like: whether in time; a late one says why, and the court decides about it (CPL-86). */
async function appealOf({ caseType, instance, appeal }: FilingInput, today: ShanghaiDay): Promise<{ known: NonNullable<Filing['appeal']> } | { problems: FieldProblem[] } | undefined> {
  if (instance !== 'second' || !appeal) return undefined;
  const [decided, served] = [parseShanghaiDay(appeal.decidedOn), parseShanghaiDay(appeal.servedOn)];
  const wrong = (path: string, zh: string, en: string) => ({ problems: [{ path: `appeal.${path}`, message: { zh, en } }] });
  if (decided === undefined || decided > today) return wrong('decidedOn', '裁判日期有误。', 'The day of the decision is not right.');
  if (served === undefined || served > today || served < decided) return wrong('servedOn', '送达日期有误。', 'The day of service is not right.');
  const { value: lastDay, articles } = appealPeriod(caseType, appeal.decision, served, await calendars.load([yearOf(served), yearOf(served) + 1]), appeal.noDomicile);
  const late = today > lastDay;
  if (late && !appeal.lateBecause) {
    const message = withArticles({ articles: [...articles, caseType === 'criminal' ? 'CRPL-106' : 'CPL-86'], message: { zh: `上诉期限已于${lastDay}届满，请说明耽误期限的理由。`, en: `The time for appeal ended on ${lastDay}; say why the appeal comes late.` } });
    return { problems: [{ path: 'appeal.lateBecause', message }] };
  }
  const { lowerCaseNumber, decision, decidedOn, servedOn, appellantWas, noDomicile } = appeal;
  return { known: { lowerCaseNumber, decision, decidedOn, servedOn, appellantWas, ...(noDomicile ? { noDomicile } : {}), lastDay, late } };
}

async function keepParticipants(tx: Transaction, caseId: string, personId: string, named: string[], input: FilingInput): Promise<Participant[]> {
  const ids = { me: randomUUID(), others: named.map(() => randomUUID()) };
  const idOf = (ref: 'me' | number): string[] => { const id = ref === 'me' ? ids.me : ids.others[ref]; return id === undefined ? [] : [id]; };
  type Agency = NonNullable<FilingInput['agency']>;
  const acting = (agency: Agency | undefined) => (agency ? { agency: { ...agency, principals: agency.principals.flatMap(idOf) } } : {});
  const organised = async (organisation: FilingInput['organisation']): Promise<Pick<Participant, 'organisation'>> => {
    if (!organisation) return {};
    const organisationId = randomUUID();
    const code = organisation.creditCode ? checkSocialCreditCode(organisation.creditCode) : null;
    const { kind, name, address, office } = organisation;
    await tx.insert(organisations).values({ id: organisationId, kind, name, address, office, creditCode: code?.ok ? code.value : null, namedIn: caseId });
    return { organisation: { organisationId, kind } };
  };
  const participants: Participant[] = [{
    participantId: ids.me, personId, role: input.filedAs,
    ...(input.filedAs === 'agent' ? acting(input.agency) : await organised(input.organisation)),
  }];
  for (const [at, { role, organisation, agency }] of input.others.entries()) {
    participants.push({ participantId: ids.others[at]!, personId: named[at]!, role, ...(role === 'agent' ? acting(agency) : await organised(organisation)) });
  }
  return participants;
}

/** G1: a criminal case whose accused is under eighteen is not heard online. By the number; one that is not known says nothing. */
const accusedIsMinor = ({ others }: FilingInput, today: ShanghaiDay): boolean => others.some(({ role, identityNumber }) => {
  const number = role === 'defendant' && identityNumber !== undefined ? checkIdentityNumber(identityNumber, today) : null;
  return number?.ok === true && ageOn(number.value.birthday, today) < 18;
});

const filesOf = ({ materials, agency, filedAs, others }: FilingInput) => [
  ...materials.map(({ fileId }, at) => ({ path: `materials.${at}`, fileId })),
  ...(agency && filedAs === 'agent' ? [{ path: 'agency.powerOfAttorney', fileId: agency.powerOfAttorney }] : []),
  ...others.flatMap((other, at) => (other.role === 'agent' && other.agency ? [{ path: `others.${at}.agency.powerOfAttorney`, fileId: other.agency.powerOfAttorney }] : [])),
];
