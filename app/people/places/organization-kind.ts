/** 单位类型: how a file and a person name them. */
import { en, zhCN } from '#app/i18n/config'

export const organizationKinds = [
  'community',
  'committee',
  'government',
  'police',
  'school',
  'kindergarten',
  'enterprise',
  'key-unit',
  'crowded-place',
  'small-place',
  'property',
  'security',
  'micro-station',
  'volunteer-team',
  'other',
] as const
export type OrganizationKind = (typeof organizationKinds)[number]

/** What else a file may call them. */
const OTHER_NAMES: Record<OrganizationKind, string[]> = {
  community: ['居民', '社区', '村民'],
  committee: ['居委会', '村委会', '居民委员会', '村民委员会', '居村委会'],
  government: ['机关', '事业单位', '政府', '街道办事处'],
  police: ['派出所', '公安', '社区民警', '民警'],
  school: ['小学', '中学', '初中', '高中', '大学', '职业学校'],
  kindergarten: ['托幼机构', '托儿所'],
  enterprise: ['公司', '工厂'],
  'key-unit': ['重点单位'],
  'crowded-place': ['公众聚集场所', '商场', '医院', '养老院'],
  'small-place': ['九小场所', '商户', '店铺'],
  property: ['物业', '物业公司'],
  security: ['保安', '保安公司'],
  'micro-station': ['微站'],
  'volunteer-team': ['志愿者', '志愿队', '志愿服务队'],
  other: ['其它'],
}

/** The name that our own files write. */
export function kindName(kind: OrganizationKind): string {
  return zhCN.organizations.kind[kind]
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s()]/g, '')
    .toLowerCase()

const KINDS = new Map(
  organizationKinds.flatMap((kind) => {
    const names = [kind, kindName(kind), en.organizations.kind[kind], ...OTHER_NAMES[kind]]
    return names.map((name) => [plain(name), kind] as const)
  }),
)

/** Reads a kind; null for a word that none of them goes by. */
export const readKind = (text: string): OrganizationKind | null => KINDS.get(plain(text)) ?? null
