/** A court of some years: closed cases with what was done in them, open ones with what waits. Made in the database, from a fixed seed. */
import type { Sql } from '#db/connect.ts';
import { taskCatalogue, taskKindNames } from '#domain/tasks/catalogue.ts';

export interface Size { tasks: number; open: number }
export const staffSizes = { clerk: 50, judge: 40, filingClerk: 10, technician: 8, operations: 3, divisionHead: 6 } as const;
export const divisions = ['民事审判第一庭', '民事审判第二庭', '民事审判第三庭', '商事审判庭', '行政审判庭', '刑事审判庭'];
const tasksACase = 13;
const openACase = 3;

const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';
const given = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红建文志海波宁欣怡浩宇轩梓涵子晨一诺嘉俊思雨佳琪';
/** The more common first; how often falls off with the place (Zipf). */
const causes = ['民间借贷纠纷', '买卖合同纠纷', '离婚纠纷', '机动车交通事故责任纠纷', '金融借款合同纠纷', '物业服务合同纠纷', '劳动争议', '房屋租赁合同纠纷', '商品房预售合同纠纷', '信用卡纠纷', '建设工程施工合同纠纷', '继承纠纷', '追偿权纠纷', '保证合同纠纷', '不当得利纠纷', '股权转让纠纷', '著作权权属纠纷', '名誉权纠纷', '排除妨害纠纷', '行政处罚', '危险驾驶罪', '盗窃罪', '服务合同纠纷', '承揽合同纠纷', '委托合同纠纷', '运输合同纠纷', '保险纠纷', '相邻关系纠纷', '探望权纠纷', '抚养费纠纷'];

/** Kinds with nobody in person wait in the pool of their role; the others with the clerk, the judge or a party. */
const pools: Record<string, string> = { 'review-filing': 'filingClerk', 'explain-gap': 'technician', 'help-with-test': 'technician', 'test-courtroom-technology': 'technician', 'screen-livestream': 'technician', 'repair-step': 'operations', 'decide-replacement': 'divisionHead' };

export async function generate(sql: Sql, { tasks, open }: Size): Promise<void> {
  const cases = Math.round(tasks / tasksACase);
  const openCases = Math.round(open / openACase);
  await sql.begin(async (tx) => {
    await tx`select setseed(0.42)`;
    await tx.unsafe(`
      create temporary table kinds on commit drop as select * from unnest($1::text[], $2::text[], $3::text[], $4::text[]) with ordinality as k(kind, role, pool, articles, n)`, [
      [...taskKindNames], taskKindNames.map((kind) => taskCatalogue[kind].role), taskKindNames.map((kind) => pools[kind] ?? ''), taskKindNames.map((kind) => JSON.stringify(taskCatalogue[kind].articles)),
    ] as never);
    for (const [role, count] of Object.entries(staffSizes)) {
      await tx`insert into persons (id, kind, name) select md5(${role} || n)::uuid, 'staff', ${role} || n from generate_series(1, ${count}) n`;
      await tx`insert into staff (person_id, username, title, division) select md5(${role} || n)::uuid, ${role} || n, ${role}, (${divisions}::text[])[1 + n % ${divisions.length}] from generate_series(1, ${count}) n`;
      await tx`insert into staff_roles (person_id, role) select md5(${role} || n)::uuid, ${role} from generate_series(1, ${count}) n`;
    }
    const parties = cases * 2;
    const letter = (text: string) => `substr('${text}', 1 + floor(power(random(), 1.6) * ${[...text].length})::int, 1)`;
    // By number in tables of their own, whose sizes PostgreSQL knows: joined in seconds.
    await tx.unsafe(`create temporary table party on commit drop as
      select n, md5('party' || n)::uuid as id, md5('participant' || n)::uuid as participant_id, ${letter(surnames)} || ${letter(given)} || case when random() < 0.75 then ${letter(given)} else '' end as name from generate_series(1, ${parties}) n`);
    await tx.unsafe(`create temporary table made on commit drop as
      select n, md5('case' || n)::uuid as id, '（' || (2020 + n % 7) || '）豫06民初' || n || '号' as case_number, ($1::text[])[1 + floor(power(random(), 2.2) * ${causes.length})::int] as cause,
        md5('judge' || (1 + n % ${staffSizes.judge}))::uuid as judge, md5('clerk' || (1 + n % ${staffSizes.clerk}))::uuid as clerk, ($2::text[])[1 + n % ${divisions.length}] as division, ''::text as search_text
      from generate_series(1, ${cases}) n`, [causes, divisions] as never);
    await tx`analyze party`;
    await tx`analyze made`;
    await tx`update made m set search_text = lower(normalize(concat_ws(' ', m.case_number, m.cause, a.name, b.name), NFKC)) from party a, party b where a.n = 2 * m.n - 1 and b.n = 2 * m.n`;
    await tx`insert into persons (id, kind, name, verified_at) select id, 'natural', name, now() from party`;
    await tx`insert into filings (case_id, filed_by, cause_of_action, claims, facts_and_reasons, filed_at) select m.id, a.id, m.cause, '请求', '事实', now() from made m join party a on a.n = 2 * m.n - 1`;
    await tx`insert into participants (id, case_id, person_id, role) select p.participant_id, m.id, p.id, case when p.n % 2 = 1 then 'plaintiff' else 'defendant' end from party p join made m on m.n = (p.n + 1) / 2`;
    await tx`insert into cases (id, case_number, facts, filed_by, filed_at, stage, stage_since, presiding_judge, clerk, division, closed_how, closed_at, search_text, card)
      select m.id, m.case_number, '{"caseType":"civil"}', a.id, now(),
        case when m.n <= ${openCases} then (array['filing', 'consent', 'evidence', 'scheduling', 'preparation', 'hearing', 'signing', 'archiving'])[1 + m.n % 8] else 'closed' end, now(),
        m.judge, m.clerk, m.division, case when m.n <= ${openCases} then null else 'archived' end, case when m.n <= ${openCases} then null else now() end, m.search_text,
        jsonb_build_object('caseType', 'civil', 'instance', 'first', 'cause', m.cause, 'parties', a.name || ' 诉 ' || b.name)
      from made m join party a on a.n = 2 * m.n - 1 join party b on b.n = 2 * m.n`;
    // What waits stands first; after it what was done, case by case.
    await tx`insert into tasks (id, case_id, stream, kind, role, person_id, participant_id, state, overdue, facts, articles, opened_at, due_at, outcome, completed_by, completed_at, division, search_text)
      select md5('task' || t.n)::uuid, m.id, 'case-' || m.id, k.kind, k.role,
        case when k.pool <> '' then null when k.role = 'participant' then p.id when k.role = 'clerk' then m.clerk else m.judge end,
        case when k.role = 'participant' or k.kind in ('verify-identity', 'phone-notice') then p.participant_id end,
        case when t.n <= ${open} then 'open' else 'completed' end, t.n <= ${open} and random() < 0.06, '{}', k.articles::jsonb, now() - random() * interval '30 days',
        case when random() < 0.08 then null else now() + (random() * 20 - 1) * interval '1 day' end,
        case when t.n <= ${open} then null else '{}'::jsonb end,
        case when t.n > ${open} then case when k.role = 'participant' then p.id when k.role = 'judge' then m.judge else m.clerk end end,
        case when t.n > ${open} then now() - random() * interval '6 years' end, m.division, m.search_text
      from (select n, case when n <= ${open} then 1 + (n - 1) / ${openACase} else 1 + n % ${cases} end as case_n, 1 + floor(random() * ${taskKindNames.length})::int as kind_n from generate_series(1, ${tasks}) n) t
        join made m on m.n = t.case_n
        join kinds k on k.n = t.kind_n
        join party p on p.n = 2 * t.case_n - t.n % 2`;
  });
  await sql`vacuum analyze`;
}
