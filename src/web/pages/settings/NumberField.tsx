import { Field } from '../../components/Field'

/** A whole number between two. */
export function NumberField({
  name,
  label,
  help,
  wrong,
  range,
  value,
}: {
  name: string
  label: string
  help: string
  wrong: string | undefined
  range: { least: number; most: number }
  value: string
}) {
  return (
    <Field {...{ name, label, help, wrong }}>
      {ids => (
        <input {...ids} type="number" inputMode="numeric" min={range.least} max={range.most} value={value} />
      )}
    </Field>
  )
}
