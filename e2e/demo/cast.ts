/** Who plays: parties of the sandbox register, and the staff of the demonstration court. */
import { demonstrationPersons } from '#adapters/identity/demonstration-persons.ts';
import { demonstrationPassword, demonstrationStaff } from '#db/demonstration-staff.ts';

export interface PartyPerson {
  name: string;
  identityNumber: string;
  phone: string;
}

export interface StaffPerson {
  name: string;
  username: string;
  password: string;
}

function partyNamed(name: string): PartyPerson {
  const found = demonstrationPersons.find((person) => person.name === name);
  if (!found) throw new Error(`${name} is not in the demonstration's register`);
  return found;
}

/** @throws when nobody of that name works at the demonstration court */
export function staffNamed(name: string): StaffPerson {
  const found = demonstrationStaff.find((person) => person.name === name);
  if (!found) throw new Error(`${name} does not work at the demonstration court`);
  return { name, username: found.username, password: demonstrationPassword };
}

export const plaintiff = partyNamed('张三');
export const defendant = partyNamed('李四');
export const filingClerk = staffNamed('李立案');
export const technician = staffNamed('周技术');
export const manager = staffNamed('吴管理');

/** What the case is about. */
export const dispute = {
  causeOfAction: '民间借贷纠纷',
  claims: '一、判令被告返还借款本金人民币 50,000 元；\n二、判令被告支付自 2026 年 3 月 6 日起按一年期贷款市场报价利率计算的利息；\n三、案件受理费由被告负担。',
  factsAndReasons: '2025 年 3 月 5 日，被告因资金周转向原告借款人民币 50,000 元，约定一年后归还，并出具借条一份。原告当日以银行转账方式交付。到期后经原告多次催要，被告至今未还。',
} as const;
