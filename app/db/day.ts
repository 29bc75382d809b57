const SHANGHAI = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The calendar day of a moment in Asia/Shanghai, YYYY-MM-DD. */
export const shanghaiDay = (moment: Date): string => SHANGHAI.format(moment)
