import type { Typed } from '#app/http/read-fields'
import { useTranslation } from '#app/i18n/use-translation'
import { Select, TextField, Tick } from '#app/ui/field'
import { CONSENT_CHANNELS } from './consent-notice'
import type { OrganizationName } from './organization-choice.server'
import { faultOf } from './person-forms'
import { inChinese } from './person-search'
import { roleGroups } from './role-groups'

type Props = { typed: Typed; errors?: Record<string, string> }

/** What is wrong with a field, in words. */
function useFaults(errors: Props['errors']) {
  const { t } = useTranslation()
  return (field: string) => {
    const fault = faultOf(errors, field)
    return fault && t(fault)
  }
}

/** Who somebody is. `phoneHint` says what an empty phone means here. */
export function PersonFields({ typed, errors, phoneHint }: Props & { phoneHint: string }) {
  const { t } = useTranslation()
  const faultIn = useFaults(errors)
  return (
    <>
      <TextField
        name="name"
        label={t('rosters.person.name')}
        defaultValue={typed.name}
        error={faultIn('name')}
        maxLength={60}
        autoComplete="off"
        lang="zh-CN"
        required
      />
      <TextField
        name="birthYear"
        label={t('rosters.person.birthYear')}
        hint={t('rosters.person.birthYearHint')}
        defaultValue={typed.birthYear}
        error={faultIn('birthYear')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
      />
      <Select
        name="sex"
        label={t('rosters.person.sex')}
        choices={[
          { value: 'female', label: t('rosters.person.female') },
          { value: 'male', label: t('rosters.person.male') },
        ]}
        defaultValue={typed.sex}
        none={t('rosters.person.sexNone')}
      />
      <TextField
        name="phone"
        type="tel"
        label={t('rosters.person.phone')}
        hint={phoneHint}
        defaultValue={typed.phone}
        error={faultIn('phone')}
        autoComplete="off"
        maxLength={30}
      />
    </>
  )
}

/** The role group: what somebody is on a roster as. */
export function RoleField({ typed, errors }: Props) {
  const { t } = useTranslation()
  const faultIn = useFaults(errors)
  return (
    <Select
      name="roleGroup"
      label={t('rosters.person.role')}
      choices={roleGroups.map((value) => ({ value, label: t(`rosters.role.${value}`) }))}
      defaultValue={typed.roleGroup}
      error={faultIn('roleGroup')}
      none={t('rosters.person.choose')}
      required
    />
  )
}

/** Where somebody stands on a roster: role group, group, note. */
export function PlaceFields({ typed, errors, groups }: Props & { groups: OrganizationName[] }) {
  const { t } = useTranslation()
  const faultIn = useFaults(errors)
  return (
    <>
      <RoleField typed={typed} errors={errors} />
      {groups.length > 0 && (
        <Select
          name="group"
          label={t('rosters.person.group')}
          choices={inChinese(groups)}
          defaultValue={typed.group}
          error={faultIn('group')}
          none={t('rosters.person.groupNone')}
        />
      )}
      <TextField
        name="note"
        label={t('rosters.person.note')}
        hint={t('rosters.person.noteHint')}
        defaultValue={typed.note}
        error={faultIn('note')}
        maxLength={200}
      />
    </>
  )
}

/** The consent of a guardian: who, how, when, and that they know the notice. */
export function ConsentFields({ typed, errors }: Props) {
  const { t } = useTranslation()
  const faultIn = useFaults(errors)
  const known = faultIn('known')
  return (
    <>
      <TextField
        name="guardianName"
        label={t('rosters.consent.guardianName')}
        defaultValue={typed.guardianName}
        error={faultIn('guardianName')}
        maxLength={60}
        autoComplete="off"
        lang="zh-CN"
      />
      <Select
        name="channel"
        label={t('rosters.consent.channel')}
        choices={CONSENT_CHANNELS.map((value) => ({ value, label: t(`rosters.consent.channels.${value}`) }))}
        defaultValue={typed.channel}
        error={faultIn('channel')}
        none={t('rosters.person.choose')}
      />
      <TextField
        name="consentedOn"
        type="date"
        label={t('rosters.consent.consentedOn')}
        defaultValue={typed.consentedOn}
        error={faultIn('consentedOn')}
      />
      {known && (
        <p className="font-bold text-fire" role="alert">
          {known}
        </p>
      )}
      <Tick name="known" defaultChecked={typed.known === 'yes'}>
        {t('rosters.consent.known')}
      </Tick>
    </>
  )
}
