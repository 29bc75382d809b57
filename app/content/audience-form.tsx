import { useTranslation } from '#app/i18n/use-translation'

/** The seven role groups of 一警六员; every other audience is shown with the residents. */
const PROGRAMME = ['police', 'grassroots', 'patrol-officer', 'property', 'guard', 'highrisk-staff', 'multi-brigade']

/** "Who are you": one button an audience. Choosing remembers it and leads to that audience's modules. */
export function AudienceForm({ audiences, chosen }: { audiences: string[]; chosen: string | null }) {
  const { t } = useTranslation()
  const everyone = audiences.filter((audience) => !PROGRAMME.includes(audience))
  const programme = audiences.filter((audience) => PROGRAMME.includes(audience))
  return (
    <form method="post" action="/preferences" className="space-y-4">
      <AudienceGroup title={t('home.groups.everyone')} audiences={everyone} chosen={chosen} />
      <AudienceGroup title={t('home.groups.programme')} audiences={programme} chosen={chosen} />
    </form>
  )
}

function AudienceGroup({ title, audiences, chosen }: { title: string; audiences: string[]; chosen: string | null }) {
  const { t } = useTranslation()
  return (
    <fieldset>
      <legend className="mb-2 font-bold text-quiet">{title}</legend>
      <div className="names">
        {audiences.map((audience) => (
          <button
            key={audience}
            type="submit"
            name="audience"
            value={audience}
            aria-current={audience === chosen ? 'true' : undefined}
            className={`card min-h-14 cursor-pointer px-3 py-2 text-left leading-snug font-bold hover:border-fire ${audience === chosen ? 'border-2 border-fire' : ''}`}
          >
            {t(`home.audiences.${audience as 'resident'}`)}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
