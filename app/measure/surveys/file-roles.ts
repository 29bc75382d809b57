/** What a column of a finished survey's file may hold besides the answers, and what its title may be. Pure. */
import { foldText } from './file-text'

export const fileRoles = [
  'unit',
  'person',
  'sex',
  'age',
  'birthYear',
  'eligible',
  'street',
  'stratum',
  'cluster',
  'weight',
  'mode',
  'proxy',
  'seconds',
  'startedAt',
  'endedAt',
] as const
export type FileRole = (typeof fileRoles)[number]

/** Titles of each, the surest first; our own form for KoboToolbox and ODK (xlsform.ts) writes the English ones. */
const TITLES: Record<FileRole, string[]> = {
  unit: ['unit_code', '样本编号', '样本户编号', '问卷编号', '户编号', '样本码', 'unit'],
  person: [
    'person_id',
    '身份证号',
    '身份证号码',
    '证件号码',
    '手机号',
    '手机号码',
    '手机',
    '人员编号',
    '受访者编号',
    'respondent_id',
    'phone',
  ],
  sex: ['sex', '性别', '您的性别', 'gender'],
  age: ['age', '年龄', '周岁', '年龄周岁', '您的年龄'],
  birthYear: ['birth_year', '出生年份', '出生年', '出生日期', '出生年月', 'birthyear', 'birthdate'],
  eligible: ['eligible', '符合条件人数', '符合条件的人数', '合格人数', '适龄人数', '户内合格人数', '户内适龄人数'],
  street: [
    'street',
    '街道',
    '街道代码',
    '街道编码',
    '所在街道',
    '街道乡镇',
    '所在街道乡镇',
    '乡镇',
    '镇街',
    '区划代码',
    'region_code',
  ],
  stratum: ['stratum', '层', '分层', '抽样层', 'strata'],
  cluster: ['cluster', '群', '社区', '社区编码', '社区代码', '社区名称', '所在社区', '村居', '初级抽样单位', 'psu'],
  weight: ['weight', '权重', '基础权重', '设计权重', '抽样权重', '权数', 'base_weight', 'wt'],
  mode: ['mode', '调查方式', '访问方式', '方式'],
  proxy: ['proxy', '代填', '是否代填'],
  seconds: ['seconds', '用时', '所用时间', '答题时长', '访问时长', '时长', 'duration'],
  startedAt: ['start', '开始时间', '开始答题时间', 'started_at'],
  endedAt: ['end', '结束时间', '提交时间', '提交答卷时间', 'ended_at', '_submission_time'],
}

/** What a title says; null when it is none of these. A group before it (core/sex), remarks in brackets and units do not count. */
export function roleOfTitle(title: string): FileRole | null {
  const bare = title.replace(/[([{（【].*?[)\]}）】]/gu, '').replace(/^\s*\d+\s*[.、．]\s*/, '')
  const folded = foldText(bare.split('/').at(-1) ?? '')
  return folded === '' ? null : (BY_TITLE.get(folded) ?? null)
}

const BY_TITLE = new Map(
  fileRoles.flatMap((role) => TITLES[role].map((title): [string, FileRole] => [foldText(title), role])),
)

/** 用时（分钟）: the column holds minutes. */
export const isMinutesTitle = (title: string): boolean => /分钟|minutes?/i.test(title)
