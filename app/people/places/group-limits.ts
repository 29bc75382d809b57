/** The longest name of a group, as in rosters (rosters/group-name.ts). */
export const LONGEST_GROUP_NAME = 50

/** What stands between the groups of one cell. */
export const GROUP_MARKS = /[、,，;；\n]/
