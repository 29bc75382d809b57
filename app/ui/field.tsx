import type { ReactNode } from 'react'

type Common = { name: string; label: ReactNode; hint?: ReactNode; error?: string | null }

const LOOK = 'min-h-12 w-full rounded-lg border-2 border-line bg-sheet px-3 aria-invalid:border-fire'

/** A label, a hint, what is wrong, and the control: joined for screen readers by ids made from the name. */
function Labelled({ name, label, hint, error, children }: Common & { children: ReactNode }) {
  return (
    <div>
      <label htmlFor={name} className="mb-1 block font-bold">
        {label}
      </label>
      {hint && (
        <p id={`${name}-hint`} className="mb-1 text-quiet">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${name}-error`} className="mb-1 font-bold text-fire" role="alert">
          {error}
        </p>
      )}
      {children}
    </div>
  )
}

const described = ({ name, hint, error }: Common) => ({
  id: name,
  name,
  'aria-invalid': error ? true : undefined,
  'aria-describedby': [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(' ') || undefined,
})

type TextFieldProps = Common & {
  type?: 'text' | 'password' | 'number' | 'date' | 'tel' | 'search'
  defaultValue?: string
  required?: boolean
  autoComplete?: string
  inputMode?: 'numeric' | 'text' | 'tel'
  maxLength?: number
  lang?: string
}

/** One line of text. */
export function TextField({ label, hint, error, name, type = 'text', ...input }: TextFieldProps) {
  return (
    <Labelled name={name} label={label} hint={hint} error={error}>
      <input type={type} className={LOOK} {...described({ name, label, hint, error })} {...input} />
    </Labelled>
  )
}

type TextAreaProps = Common & {
  defaultValue?: string
  rows?: number
  required?: boolean
  maxLength?: number
  lang?: string
}

/** Several lines of text. */
export function TextArea({ label, hint, error, name, rows = 4, ...input }: TextAreaProps) {
  return (
    <Labelled name={name} label={label} hint={hint} error={error}>
      <textarea rows={rows} className={`${LOOK} py-2`} {...described({ name, label, hint, error })} {...input} />
    </Labelled>
  )
}

export type Choice = { value: string; label: string; lang?: string }
export type ChoiceGroup = { label: string; choices: Choice[] }
type SelectProps = Common & {
  choices: (Choice | ChoiceGroup)[]
  defaultValue?: string
  none?: string
  required?: boolean
}

/** One of a list; `none` names the empty choice where there is one. */
export function Select({ label, hint, error, name, choices, none, ...input }: SelectProps) {
  return (
    <Labelled name={name} label={label} hint={hint} error={error}>
      <select className={LOOK} {...described({ name, label, hint, error })} {...input}>
        {none !== undefined && <option value="">{none}</option>}
        {choices.map((choice) =>
          'choices' in choice ? (
            <optgroup key={choice.label} label={choice.label}>
              {choice.choices.map(option)}
            </optgroup>
          ) : (
            option(choice)
          ),
        )}
      </select>
    </Labelled>
  )
}

const option = ({ value, label, lang }: Choice) => (
  <option key={value} value={value} lang={lang}>
    {label}
  </option>
)

type FileFieldProps = Common & { accept: string; required?: boolean }

/** A file from this device. */
export function FileField({ label, hint, error, name, ...input }: FileFieldProps) {
  return (
    <Labelled name={name} label={label} hint={hint} error={error}>
      <input type="file" className={`${LOOK} py-2`} {...described({ name, label, hint, error })} {...input} />
    </Labelled>
  )
}

/** A box to tick; the whole row is the target. */
export function Tick({
  name,
  value = 'yes',
  children,
  defaultChecked,
}: {
  name: string
  value?: string
  children: ReactNode
  defaultChecked?: boolean
}) {
  return (
    <label className="choice">
      <input type="checkbox" name={name} value={value} defaultChecked={defaultChecked} />
      <span>{children}</span>
    </label>
  )
}
