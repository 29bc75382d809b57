/** The groups of people of a roster: the seven of 一警六员 (curriculum 1.1) and six more. */
import { plainText } from './cell-text'

export const roleGroups = [
  'police',
  'grassroots',
  'patrol-officer',
  'property',
  'guard',
  'highrisk-staff',
  'multi-brigade',
  'resident',
  'student',
  'teacher',
  'staff',
  'volunteer',
  'other',
] as const

export type RoleGroup = (typeof roleGroups)[number]

export const isRoleGroup = (text: string): text is RoleGroup => roleGroups.some((roleGroup) => roleGroup === text)

/** The name that our own files write; files are Chinese whatever the language of the interface. */
export const roleGroupName = (roleGroup: RoleGroup): string => NAMES[roleGroup][0]

/** The group that a cell names, in any of its usual names; null when it names none. Remarks in brackets do not count. */
export function roleGroupOf(text: string): RoleGroup | null {
  const plain = plainText(text)
  return BY_NAME.get(plainName(plain)) ?? BY_NAME.get(plainName(plain.replace(/\([^)]*\)/g, ''))) ?? null
}

const plainName = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/^\d+[.、)]/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/** Each group by its names; the first is the one that we write. */
const NAMES: Record<RoleGroup, [string, ...string[]]> = {
  police: [
    '社区民警',
    ...['民警', '片警', '警察', '公安民警', '社区公安民警', '派出所民警', '辅警', '执勤武警', '武警', '公安'],
    '社区公安民警和执勤武警',
    '社区公安民警和中央在京单位执勤武警',
  ],
  grassroots: [
    '基层工作人员',
    ...['社区工作人员', '社区工作者', '社工', '村居工作人员', '街道工作人员', '乡镇工作人员', '街乡工作人员', '村干部'],
    ...['社区干部', '居委会工作人员', '村委会工作人员', '居委会干部', '村委会干部', '村居干部', '机关干部', '基层干部'],
    ...['网格员', '专职网格员', '兼职网格员', '网格长', '楼长', '楼门长', '街道/乡镇/村居基层工作人员'],
    '街道乡镇村居工作人员',
  ],
  'patrol-officer': [
    '安全生产巡查员',
    ...['城市综合协管员', '巡查员', '协管员', '安全巡查员', '安全员', '安全检查员', '综合协管员', '城管协管员'],
  ],
  property: [
    '物业服务企业职员',
    ...['物业', '物业人员', '物业职员', '物业员工', '物业工作人员', '物业服务人员', '物业管理人员', '物业公司员工'],
    '物业企业职员',
  ],
  guard: ['保安员', ...['保安', '保安人员', '物业保安', '小区保安', '秩序维护员', '门卫', '保安队员', '保安队长']],
  'highrisk-staff': [
    '高风险场所职员',
    ...['高风险场所员工', '高风险场所从业人员', '重点单位职员', '重点单位员工', '消防安全重点单位职员'],
    ...['消防安全重点单位员工', '重点单位从业人员', '餐饮从业人员', '餐饮员工', '餐饮娱乐职员', '娱乐场所员工'],
    ...['娱乐场所职员', '消防安全重点单位及餐饮娱乐等高风险场所职员', '重点单位及高风险场所职员'],
  ],
  'multi-brigade': [
    '微型消防站和志愿队员',
    ...['微型消防站', '微型消防站队员', '微型消防站人员', '微型消防站站长', '微站队员', '义务消防队', '义务消防员'],
    ...['义务消防队员', '志愿消防队', '志愿消防员', '志愿消防队员', '专职消防队员', '兼职消防队员', '社会志愿力量'],
    ...['多种形式消防队伍', '多种形式消防队员', '微型消防站/义务消防队/志愿力量', '村民义务消防队员'],
  ],
  resident: [
    '居民',
    '村民',
    '社区居民',
    '小区居民',
    '业主',
    '住户',
    '租户',
    '群众',
    '家庭成员',
    '家长',
    '老人',
    '老年人',
  ],
  student: ['学生', '小学生', '中学生', '初中生', '高中生', '大学生', '幼儿', '在校生', '在校学生', '儿童', '小朋友'],
  teacher: ['教师', '老师', '教职工', '教职员工', '班主任', '任课教师', '幼儿教师', '保育员', '校医', '学校教职工'],
  staff: [
    '员工',
    ...['职工', '职员', '工人', '企业员工', '企业职工', '公司员工', '单位员工', '单位职工', '工作人员', '务工人员'],
    '从业人员',
  ],
  volunteer: ['志愿者', '消防志愿者', '社区志愿者', '消防宣传志愿者', '义工', '消防宣传大使', '平安志愿者'],
  other: ['其他', '其它', '其他人员', '其它人员', '无'],
}

const BY_NAME: ReadonlyMap<string, RoleGroup> = new Map(
  roleGroups.flatMap((roleGroup) =>
    [roleGroup, ...NAMES[roleGroup]].map((name): [string, RoleGroup] => [plainName(name), roleGroup]),
  ),
)
