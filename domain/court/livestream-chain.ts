/**
 * The chain of approvals of this court's livestreams (N2, N5, N6): its configuration. Another court changes this file; a chain that
 * lacks what N2 demands at least (`chainProblems`) fails the test beside the check, and the workflow refuses it.
 */
import { provincialReport, type Chain } from '#domain/livestream/chain.ts';

/** A basic court: a report goes through the intermediate court. */
export const courtChain: Chain = [
  { id: 'technical-screening', kind: 'technicalScreening', role: 'technician', task: 'screen-livestream', title: { zh: '技术筛查', en: 'Technical screening' }, onlyMassInterest: false, articles: ['N6'] },
  { id: 'division-head', kind: 'approval', role: 'divisionHead', task: 'approve-livestream-division-head', title: { zh: '庭长审批', en: 'Division head' }, onlyMassInterest: false, articles: ['N2', 'N6', 'N-form'] },
  { id: 'vice-president', kind: 'approval', role: 'vicePresident', task: 'approve-livestream-vice-president', title: { zh: '主管院长审批', en: 'Vice president' }, onlyMassInterest: false, articles: ['N2', 'N6', 'N-form'] },
  { id: 'report-intermediate', kind: 'report', role: 'trialManagementOffice', task: 'report-livestream', title: { zh: '层报中级人民法院', en: 'Report to the intermediate court' }, onlyMassInterest: true, articles: ['N2'] },
  { id: provincialReport, kind: 'report', role: 'trialManagementOffice', task: 'report-livestream', title: { zh: '层报省高级人民法院宣教处', en: 'Report to the publicity department of the provincial high court' }, onlyMassInterest: true, articles: ['N2'] },
];
