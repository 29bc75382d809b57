import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { Select, TextField } from '#app/ui/field'
import { MixedText } from '#app/ui/mixed-text'
import { LONGEST_GROUP_NAME } from './group-limits'
import type { Failed } from './problem-text'
import { FormError } from './region-form'

type Group = { id: string; name: string; closedOn: string | null; people: number }
type Props = { groups: Group[]; canWrite: boolean; failed: Failed | null }

/** The groups of an organization, each with the people in it and what can be done to it. */
export function GroupList({ groups, canWrite, failed }: Props) {
  const { t } = useTranslation()
  const open = groups.filter(({ closedOn }) => closedOn === null)
  const closed = groups.filter(({ closedOn }) => closedOn !== null)
  return (
    <div className="space-y-4">
      <p>{t('organizations.group.lead')}</p>
      {open.length === 0 && <p className="text-quiet">{t('organizations.group.none')}</p>}
      <ul className="tiles">
        {open.map((group) => (
          <li key={group.id} className="card px-4 py-2">
            <p className="flex min-h-11 flex-wrap items-center justify-between gap-x-3">
              <span lang="zh-CN" className="font-bold">
                {group.name}
              </span>
              <span className="text-quiet tabular-nums">
                {t('organizations.group.people', { count: group.people })}
              </span>
            </p>
            {canWrite && <GroupForms group={group} others={open.filter(({ id }) => id !== group.id)} failed={failed} />}
          </li>
        ))}
      </ul>
      {closed.length > 0 && (
        <p className="text-quiet">
          <MixedText
            text={t('organizations.group.closed', {
              names: closed.map(({ name }) => name).join(t('common.listSeparator')),
            })}
          />
        </p>
      )}
      {canWrite && <NewGroupForm failed={failed?.form === 'addGroup' ? failed : null} />}
    </div>
  )
}

function NewGroupForm({ failed }: { failed: Failed | null }) {
  const { t } = useTranslation()
  return (
    <form method="post" className="card max-w-2xl space-y-3 p-4">
      <FormError failed={failed} />
      <TextField
        name="group"
        label={t('organizations.group.name')}
        lang="zh-CN"
        required
        maxLength={LONGEST_GROUP_NAME}
        defaultValue={failed?.typed.group}
        error={failed?.errors.group}
      />
      <Button look="quiet" name="intent" value="addGroup">
        {t('organizations.group.add')}
      </Button>
    </form>
  )
}

function GroupForms({ group, others, failed }: { group: Group; others: Group[]; failed: Failed | null }) {
  const { t } = useTranslation()
  const own = failed?.typed.groupId === group.id ? failed : null
  const at = (form: string) => (own?.form === form ? own : null)
  // Ids of fields are made from their names, and each group has the same ones.
  const field = (name: string) => `${name}:${group.id}`
  return (
    <details open={own !== null}>
      <summary className="min-h-11 py-2">{t('organizations.group.change')}</summary>
      <FormError failed={own} />
      <form method="post" className="space-y-2 py-2">
        <input type="hidden" name="groupId" value={group.id} />
        <TextField
          name={field('name')}
          label={t('organizations.group.rename')}
          lang="zh-CN"
          required
          maxLength={LONGEST_GROUP_NAME}
          defaultValue={at('renameGroup')?.typed.name ?? group.name}
          error={at('renameGroup')?.errors.name}
        />
        <Button look="quiet" name="intent" value="renameGroup">
          {t('organizations.group.renameButton')}
        </Button>
      </form>
      {others.length > 0 && (
        <form method="post" className="space-y-2 border-t border-line py-3">
          <input type="hidden" name="groupId" value={group.id} />
          <Select
            name={field('into')}
            label={t('organizations.group.mergeInto')}
            hint={t('organizations.group.mergeHint')}
            none={t('organizations.form.choose')}
            required
            choices={others.map(({ id, name }) => ({ value: id, label: name, lang: 'zh-CN' }))}
            error={at('mergeGroup')?.errors.into}
          />
          <Button look="quiet" name="intent" value="mergeGroup">
            {t('organizations.group.mergeButton')}
          </Button>
        </form>
      )}
      <form method="post" className="border-t border-line py-3">
        <input type="hidden" name="groupId" value={group.id} />
        <Button look="quiet" name="intent" value="closeGroup">
          {t('organizations.group.close')}
        </Button>
      </form>
    </details>
  )
}
