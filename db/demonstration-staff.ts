/** The people of the demonstration court. The ids are fixed, so that the demonstration finds them. */
import { divisions } from '#domain/court/court.ts';
import type { StaffRole } from '#domain/people/roles.ts';

export interface DemonstrationStaff {
  username: string;
  personId: string;
  name: string;
  title: string;
  roles: readonly StaffRole[];
  /** 庭室; who has none serves every division. */
  division?: string;
}

const person = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const demonstrationPassword = 'kaiting-demo';

export const demonstrationStaff: readonly DemonstrationStaff[] = [
  { username: 'filing', personId: person(1), name: '李立案', title: '立案庭法官助理', roles: ['filingClerk'] },
  { username: 'filing2', personId: person(31), name: '沈立案', title: '立案庭法官助理', roles: ['filingClerk'] },
  { username: 'clerk', personId: person(2), name: '陈书记', title: '书记员', roles: ['clerk'] },
  { username: 'clerk2', personId: person(3), name: '孙书记', title: '书记员', roles: ['clerk'] },
  { username: 'judge', personId: person(4), name: '王审判', title: '法官', roles: ['judge'], division: divisions.civil },
  { username: 'judge2', personId: person(5), name: '赵审判', title: '法官', roles: ['judge'], division: divisions.civil },
  { username: 'technician', personId: person(6), name: '周技术', title: '技术人员', roles: ['technician'] },
  { username: 'manager', personId: person(7), name: '吴管理', title: '审判管理人员', roles: ['manager'] },
  { username: 'operations', personId: person(8), name: '郑运维', title: '运维人员', roles: ['operations'] },
  { username: 'operations2', personId: person(18), name: '沈运维', title: '运维人员', roles: ['operations'] },
  { username: 'head', personId: person(9), name: '钱庭长', title: '庭长', roles: ['divisionHead'] },
  { username: 'president', personId: person(10), name: '冯院长', title: '主管院长', roles: ['vicePresident'] },
  { username: 'tmo', personId: person(11), name: '何审管', title: '审管办工作人员', roles: ['trialManagementOffice'] },
  { username: 'chief', personId: person(17), name: '蒋院长', title: '院长', roles: ['courtPresident'] },
  { username: 'judge3', personId: person(12), name: '韩审判', title: '法官', roles: ['judge'], division: divisions.criminal },
  { username: 'judge4', personId: person(13), name: '唐审判', title: '法官', roles: ['judge'], division: divisions.administrative },
  { username: 'assessor', personId: person(14), name: '许陪审', title: '人民陪审员', roles: ['peoplesAssessor'] },
  { username: 'assessor2', personId: person(15), name: '曹陪审', title: '人民陪审员', roles: ['peoplesAssessor'] },
  { username: 'assessor3', personId: person(16), name: '秦陪审', title: '人民陪审员', roles: ['peoplesAssessor'] },
];

export const demonstrationCourtrooms = [
  { id: 'c1', name: '第一互联网法庭' },
  { id: 'c2', name: '第二互联网法庭' },
  { id: 'c3', name: '第三互联网法庭' },
] as const;
