/**
 * A small fictional district, so that a new installation can count answers by street before its own places are
 * imported. Codes begin with 99, which no province has; every name says 演示.
 */
export type DemoPlace = { code: string; name: string; level: 'district' | 'street' | 'community' }

export const demoDistrict: DemoPlace[] = [
  { code: '990101000000', name: '知火区（演示）', level: 'district' },
  { code: '990101001000', name: '梧桐街道（演示）', level: 'street' },
  { code: '990101001001', name: '梧桐里社区（演示）', level: 'community' },
  { code: '990101001002', name: '钟楼社区（演示）', level: 'community' },
  { code: '990101002000', name: '河湾街道（演示）', level: 'street' },
  { code: '990101002001', name: '河湾社区（演示）', level: 'community' },
  { code: '990101002002', name: '水塔社区（演示）', level: 'community' },
  { code: '990101003000', name: '石桥镇（演示）', level: 'street' },
  { code: '990101003001', name: '石桥村（演示）', level: 'community' },
  { code: '990101003002', name: '南岭村（演示）', level: 'community' },
]
