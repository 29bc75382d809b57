import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isId } from '#app/db/ids'
import { store } from '#app/db/main.server'
import { badRequest } from '#app/http/answers'
import { readForm, textField } from '#app/http/form.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { AccountFacts, Fact } from '#app/people/accounts/account-facts'
import { requireAccount } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { NarrowPage } from '#app/people/accounts/narrow-page'
import { hasSecondFactor, revokeOtherSessions, revokeSession } from '#app/people/accounts/own-account.server'
import { countRecoveryCodes, RECOVERY_CODES } from '#app/people/accounts/recovery-codes.server'
import { SavedNotice } from '#app/people/accounts/saved-notice'
import { Section } from '#app/people/accounts/section'
import { SessionList } from '#app/people/accounts/session-list'
import { listSessions } from '#app/people/accounts/sessions.server'
import { showSessions } from '#app/people/accounts/show-sessions'
import { Button, ButtonLink } from '#app/ui/button'
import { MixedText } from '#app/ui/mixed-text'

const SAVED: Record<string, 'accounts.me.passwordChanged' | 'accounts.me.factorIsOff' | 'accounts.sessions.ended'> = {
  password: 'accounts.me.passwordChanged',
  off: 'accounts.me.factorIsOff',
  ended: 'accounts.sessions.ended',
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { account, sessionId, trail } = await requireAccount(store, request, 'desk.open')
  const { locale } = viewOf(request)
  const saved = new URL(request.url).searchParams.get('saved') ?? ''
  const { id, login, name, role, scopeName } = account
  return {
    title: translator(locale).t('accounts.me.title'),
    desk: deskHead(account),
    account: { login, name, role, scopeName },
    hasFactor: await hasSecondFactor(store, id),
    codes: { left: await countRecoveryCodes(store, id), all: RECOVERY_CODES },
    sessions: showSessions(await listSessions(store, id, trail.now), { ownId: sessionId, locale }),
    saved: (Object.hasOwn(SAVED, saved) && SAVED[saved]) || null,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const { account, sessionId, trail } = await requireAccount(store, request, 'desk.open')
  const intent = textField(form, 'intent')
  if (intent === 'end-others') await revokeOtherSessions(store, { account, sessionId }, trail)
  else if (intent === 'end') {
    const ended = textField(form, 'session') ?? ''
    if (!isId(ended)) return badRequest()
    await revokeSession(store, { account, sessionId: ended }, trail)
  } else return badRequest()
  return redirect('/desk/me?saved=ended')
}

export default function OwnAccount() {
  const { title, account, hasFactor, codes, sessions, saved } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <NarrowPage>
      <h1 className="title">{title}</h1>
      <SavedNotice text={saved && t(saved)} />
      <AccountFacts account={account}>
        <Fact name={t('accounts.field.name')}>
          <MixedText text={account.name} />
        </Fact>
      </AccountFacts>
      <p className="text-quiet">{t('accounts.me.detailsHint')}</p>
      <Section id="password" title={t('accounts.me.password')}>
        <ButtonLink href="/desk/me/password" look="quiet">
          {t('accounts.me.changePassword')}
        </ButtonLink>
      </Section>
      <Section id="factor" title={t('accounts.me.factor')}>
        <p>{t(hasFactor ? 'accounts.me.factorOn' : 'accounts.me.factorOff')}</p>
        {hasFactor && <p>{t('accounts.me.codesLeft', codes)}</p>}
        {hasFactor && codes.left < 4 && <p className="font-bold text-fire">{t('accounts.me.codesFew')}</p>}
        <ButtonLink href="/desk/me/second-factor" look={hasFactor ? 'quiet' : 'secondary'}>
          {t(hasFactor ? 'accounts.me.factorManage' : 'accounts.me.factorTurnOn')}
        </ButtonLink>
      </Section>
      <Section id="sessions" title={t('accounts.sessions.title')}>
        <p className="text-quiet">{t('accounts.sessions.text')}</p>
        <SessionList sessions={sessions} canEnd />
        {sessions.length > 1 && (
          <form method="post">
            <Button look="secondary" name="intent" value="end-others">
              {t('accounts.sessions.endOthers')}
            </Button>
          </form>
        )}
      </Section>
    </NarrowPage>
  )
}
