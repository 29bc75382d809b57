/** What a column of a roster may be called. */
import { plainText } from './cell-text'

export const rosterFields = [
  'name',
  'sex',
  'birth',
  'phone',
  'idNumber',
  'idTail',
  'roleGroup',
  'organization',
  'grade',
  'group',
  'guardianName',
  'guardianConsentOn',
  'note',
  'errorReason',
] as const

/** `errorReason` is our own column of a file that was given back: known, so that nobody wonders, and never read. */
export type RosterField = (typeof rosterFields)[number]

export const isRosterField = (text: string): text is RosterField => rosterFields.some((field) => field === text)

/** The title that our own files write. */
export const titleOfField = (field: RosterField): string => TITLES[field][0]

/** How well a title says that its column holds a field: 0 is best. */
export type TitleMeaning = { field: RosterField; rank: number }

/**
 * What a title means; null when it is none of ours. Spaces, line breaks, stars, colons, full-width signs and remarks in
 * brackets do not count. Of 手机/微信 the first part that is known counts.
 */
export function meaningOf(title: string): TitleMeaning | null {
  const folded = plainText(title).toLowerCase()
  const whole = BY_TITLE.get(plainTitle(folded))
  if (whole) return whole
  const bare = folded.replace(/[([{【〔<《「].*?[)\]}】〕>》」]/gu, '')
  const part = [bare, ...bare.split(/[/、,|+&或]/)]
    .map((text) => BY_TITLE.get(plainTitle(text)))
    .find((meaning) => meaning !== undefined)
  // 电话（家长） is not the phone of the person.
  const isOfSomebodyElse = SOMEBODY_ELSE.test(folded) && !part?.field.startsWith('guardian')
  return part && !isOfSomebodyElse ? { ...part, rank: part.rank + PART_OF_TITLE } : null
}

/** Whether a column of `birth` holds ages and not years or days. */
export const isAgeTitle = (title: string): boolean => /年龄|周岁|\bage\b/i.test(title)

const PART_OF_TITLE = 100
const SOMEBODY_ELSE = /家长|监护人|父|母|紧急/

const plainTitle = (text: string): string =>
  text.replace(/[^\p{L}\p{N}]/gu, '').replace(/(必须?填|选填|可选|可不填|请?填写)$/, '')

/** The titles of each field, the surest first: where two columns hold one field, the surer title wins. */
const TITLES: Record<RosterField, [string, ...string[]]> = {
  name: [
    '姓名',
    ...['真实姓名', '居民姓名', '学生姓名', '员工姓名', '职工姓名', '人员姓名', '教师姓名', '队员姓名', '保安姓名'],
    ...[
      '成员姓名',
      '学员姓名',
      '参训人员姓名',
      '参训人姓名',
      '参训人员',
      '户主姓名',
      '户主',
      '名字',
      'name',
      'fullname',
    ],
  ],
  sex: ['性别', 'sex', 'gender'],
  birth: [
    '出生日期',
    ...['出生年月日', '生日', '出生时间', '出生年月', '出生年份', '出生年', '周岁年龄', '年龄', '周岁', 'birthday'],
    ...['birthdate', 'dateofbirth', 'birthyear', 'yearofbirth', 'age'],
  ],
  // Not a parent's phone: it is not the pupil's, and brothers and sisters would look like one person.
  phone: [
    '手机号码',
    ...['手机号', '手机', '移动电话', '本人手机', '本人手机号', '联系手机', '手机电话', '联系电话', '本人电话'],
    ...['电话号码', '电话', '联系方式', '联系号码', 'mobile', 'phone', 'phonenumber', 'tel', 'telephone'],
  ],
  idNumber: [
    '身份证号',
    ...['身份证号码', '公民身份号码', '公民身份证号', '公民身份证号码', '居民身份证号', '居民身份证号码', '身份证件号'],
    ...['身份证件号码', '身份证', '证件号码', '证件号', '有效证件号码', '有效证件号', 'idnumber', 'idcard', 'idno'],
  ],
  idTail: [
    '证件后四位',
    ...['身份证', '身份证号', '身份证号码', '证件', '证件号', '证件号码', '']
      .flatMap((of) => [`${of}后四位`, `${of}后4位`, `${of}末四位`, `${of}末4位`, `${of}尾号`])
      .filter((title) => title !== '尾号'),
  ],
  roleGroup: [
    '人员类别',
    ...['人员类型', '人员分类', '身份类别', '身份类型', '人员身份', '对象类别', '岗位类别', '一警六员类别', '一警六员'],
    ...['类别', '身份', '角色', '培训对象', '类型', 'role'],
  ],
  organization: [
    '单位',
    ...['单位名称', '工作单位', '所属单位', '所在单位', '单位社区', '学校', '学校名称', '所在学校', '就读学校'],
    ...['企业名称', '公司名称', '公司', '企业', '物业公司', '社区', '社区名称', '所属社区', '所在社区', '村社区'],
    ...['社区村', '村居', '所属村居', '居委会', '村委会', 'organization', 'organisation', 'unit', 'school'],
  ],
  grade: ['年级', '所在年级', '年级名称', 'grade'],
  group: [
    '网格/楼栋',
    ...['班级', '班级名称', '所在班级', '年级班级', '班组', '所属班组', '班组名称', '网格', '所属网格', '所在网格'],
    ...['网格名称', '楼栋', '楼栋单元', '楼栋号', '楼门', '楼门号', '楼号', '部门', '所属部门', '所在部门', '科室'],
    ...['车间', '中队', '小组', '组别', '分组', '班', 'class', 'group', 'department', 'team'],
  ],
  guardianName: ['监护人', '监护人姓名', '监护人名字', '法定监护人', '法定监护人姓名', '家长姓名', '家长', 'guardian'],
  guardianConsentOn: [
    '监护人同意日期',
    ...['监护人同意时间', '监护人签字日期', '监护人签名日期', '家长同意日期', '家长签字日期', '同意日期', '监护人同意'],
  ],
  note: ['备注', '备注信息', '备注说明', '说明', 'note', 'notes', 'remark', 'remarks'],
  errorReason: ['错误原因'],
}

const BY_TITLE: ReadonlyMap<string, TitleMeaning> = new Map(
  rosterFields.flatMap((field) =>
    TITLES[field]
      .map((title, rank): [string, TitleMeaning] => [plainTitle(title), { field, rank }])
      // The first of two equal titles stays: a Map keeps the last.
      .reverse(),
  ),
)
