import { describe, expect, test } from 'vitest'
import { newId } from '#app/db/ids'
import { LOGIN, normaliseLogin, scopeNameOf, scopeOf, stateOf } from '#app/people/accounts/account'
import { detailsForm, invitationForm } from '#app/people/accounts/account-form'
import { readFault } from '#app/people/accounts/faults'
import { type Role, roles, SCOPE_OF } from '#app/people/accounts/roles'
import { morning } from '../../support/world'

describe('what an account sees', () => {
  const region = { code: '990101001000', level: 'street' as const }

  test.each(roles)('%s: the place that the role is confined to, and no other', (role) => {
    const expected = {
      district: { kind: 'region', prefix: '' },
      region: { kind: 'region', prefix: '990101001' },
      organization: { kind: 'organization', organizationId: 'school' },
    }[SCOPE_OF[role]]
    expect(scopeOf(role, { region, organizationId: 'school' })).toEqual(expected)
  })

  test.each(roles.filter((role) => SCOPE_OF[role] !== 'district'))('%s without a place: nothing at all', (role) => {
    expect(scopeOf(role, { region: null, organizationId: null })).toEqual({ kind: 'organization', organizationId: '' })
    expect(scopeNameOf(role, { region: null, organization: null })).toBe('—')
  })

  test('the name of the place goes with it; the whole district has none', () => {
    const names = { region: '梧桐街道', organization: '第一小学' }
    expect(scopeNameOf('organizer', names)).toBe('梧桐街道')
    expect(scopeNameOf('teacher', names)).toBe('第一小学')
    expect(scopeNameOf('admin', names)).toBeNull()
  })
})

test('an account is invited, active or disabled, whatever else it has', () => {
  expect(stateOf({ passwordHash: null, disabledAt: null })).toBe('invited')
  expect(stateOf({ passwordHash: 'x', disabledAt: null })).toBe('active')
  expect(stateOf({ passwordHash: 'x', disabledAt: morning })).toBe('disabled')
  expect(stateOf({ passwordHash: null, disabledAt: morning })).toBe('disabled')
})

test('a login is read in any case and width', () => {
  expect(normaliseLogin(' Ｚｈｏｕ.Min ')).toBe('zhou.min')
  expect(LOGIN.test('zhou.min-2')).toBe(true)
  for (const login of ['ab', '.abc', '周敏', 'a b c', 'a'.repeat(41), 'abc\0', 'abc/d'])
    expect(LOGIN.test(login)).toBe(false)
})

describe('the form of an account', () => {
  const place = newId()
  const filled = { login: 'ZhouMin', name: ' 周敏 ', role: 'organizer', place }

  test('gives region or organization, as the role has it', () => {
    const placeOf = (role: Role) => {
      const { regionId, organizationId } = invitationForm.parse({ ...filled, role })
      return { regionId, organizationId }
    }
    expect(invitationForm.parse(filled)).toMatchObject({ login: 'zhoumin', name: '周敏', role: 'organizer' })
    expect(placeOf('organizer')).toEqual({ regionId: place, organizationId: null })
    expect(placeOf('teacher')).toEqual({ regionId: null, organizationId: place })
    expect(placeOf('admin')).toEqual({ regionId: null, organizationId: null })
  })

  test.each([
    [{ name: '   ' }, 'name', 'required'],
    [{ name: '周'.repeat(41) }, 'name', 'nameTooLong'],
    [{ name: '周\u202e敏' }, 'name', 'nameSigns'],
    [{ name: '周\0敏' }, 'name', 'nameSigns'],
    [{ name: '周\ud800敏' }, 'name', 'nameSigns'],
    [{ name: undefined }, 'name', 'required'],
    [{ login: '周敏' }, 'login', 'login'],
    [{ login: 'x'.repeat(1_000_000) }, 'login', 'login'],
    [{ role: 'root' }, 'role', 'role'],
    [{ place: '' }, 'place', 'place'],
    [{ place: 'x' }, 'place', 'place'],
  ])('refuses %.60j', (change, field, fault) => {
    const { error } = invitationForm.safeParse({ ...filled, ...change })
    const issue = error?.issues.find(({ path }) => path[0] === field)
    expect(readFault(issue?.message)).toBe(fault)
  })

  test('names of forty rare characters are no longer than others', () => {
    expect(detailsForm.safeParse({ ...filled, name: '𠮷'.repeat(40) }).success).toBe(true)
  })
})
