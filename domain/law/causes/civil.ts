import type { CauseList } from './cause.ts';
import { companiesSecuritiesInsuranceBills } from './civil/companies-securities-insurance-bills.ts';
import { contractAndQuasiContract } from './civil/contract-and-quasi-contract.ts';
import { intellectualProperty } from './civil/intellectual-property.ts';
import { labourAndPersonnel } from './civil/labour-and-personnel.ts';
import { marriageFamilyAndSuccession } from './civil/marriage-family-and-succession.ts';
import { personalityRights } from './civil/personality-rights.ts';
import { property } from './civil/property.ts';
import { tort } from './civil/tort.ts';

/**
 * Civil causes of action, by the parts of the provisions. Left out: maritime causes (part seven; maritime courts hear them),
 * causes without two sides and of special procedures (parts ten and eleven), and of the longest lists the rarest lines.
 * A cause that is missing is added to its part; nothing else changes.
 */
export const civilCauses: CauseList = {
  caseType: 'civil',
  title: '民事案件案由规定',
  source: '最高人民法院《民事案件案由规定》（2020 年 12 月 14 日修正，法〔2020〕347 号）',
  from: '2021-01-01',
  causes: [
    personalityRights, marriageFamilyAndSuccession, property, contractAndQuasiContract,
    intellectualProperty, labourAndPersonnel, companiesSecuritiesInsuranceBills, tort,
  ],
};
