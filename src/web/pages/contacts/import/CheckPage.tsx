import { type Columns, hasNumbers } from '../../../../domain/contacts/guessColumns'
import { letterOf } from '../../../../domain/contacts/letters'
import { isToFix, type RowNote } from '../../../../domain/contacts/list'
import type { Checked, Fixes, ImportCounts } from '../../../../domain/contacts/listImport'
import { Icon } from '../../../components/Icon'
import { Layout } from '../../../components/Layout'
import { Strip } from '../../../components/Strip'
import type { Words } from '../../../words'
import { ImportBar } from './ImportBar'
import { Leave } from './Leave'
import { noteWords } from './noteWords'

export interface CheckPageProps {
  words: Words
  id: string
  counts: ImportCounts
  checked: Checked
  /** Which hundred rows are shown; the first is 0. */
  part: number
  /** Of the list as it is shown. */
  seen: number
  /** What somebody typed while a colleague was faster. */
  typed?: Fixes | undefined
}

const ROWS = 100

/** The dry run: what will be taken over, and each row that has something to say, with a place to put it right. */
export function CheckPage(props: CheckPageProps) {
  const { words, id, counts, checked, seen, typed } = props
  const { say } = words
  const path = `/contacts/import/${encodeURIComponent(id)}`
  const toDo = counts.ready + counts.change
  const canTake = toDo > 0 || checked.unfinished
  const sum = (['ready', 'fix', 'change', 'unchanged'] as const).filter(
    key => counts[key] > 0 || key === 'ready',
  )
  const told = checked.notes.filter(note => !isToFix(note))
  return (
    <Layout words={words} title={say('contacts:import')} path={`${path}/check`} sheets={['contacts']}>
      <h1>{sum.map(key => say(`import:sum.${key}`, { count: counts[key] })).join(' · ')}</h1>
      {typed ? <Strip kind="wrong">{say('import:changed')}</Strip> : null}
      <ImportBar words={words} step="check" />
      <section class="sheet" aria-labelledby="take">
        <h2 id="take">{say('contacts:list.take_title')}</h2>
        {hasNumbers(checked.columns) ? null : <p>{say('import:no_numbers')}</p>}
        {counts.letters > 0 ? <p>{say('import:letters', { count: counts.letters })}</p> : null}
        {checked.unfinished ? <p class="notice">{say('contacts:list.unfinished')}</p> : null}
        {canTake ? null : (
          <p>{say(counts.fix > 0 ? 'contacts:list.nothing_ready' : 'contacts:list.all_known')}</p>
        )}
        <div class="actions">
          {canTake ? (
            <form method="post" action={`${path}/take`}>
              <input type="hidden" name="seen" value={seen} />
              <button type="submit" class="first">
                {say('contacts:list.take', { count: toDo })}
              </button>
            </form>
          ) : null}
          <a class="button" href={`${path}/columns`}>
            {say('contacts:list.back_to_columns')}
          </a>
          <Leave words={words} path={path} />
        </div>
      </section>
      {counts.fix > 0 ? <ToPutRight {...props} path={path} /> : null}
      {told.length > 0 ? <Told words={words} notes={told} /> : null}
    </Layout>
  )
}

function ToPutRight({ words, checked, counts, part, path, seen, typed }: CheckPageProps & { path: string }) {
  const { say } = words
  const rows = byRow(checked.notes.filter(isToFix))
  const shown = rows.slice(part * ROWS, (part + 1) * ROWS)
  const maybeSame = checked.same ? 0 : checked.notes.filter(({ code }) => code === 'letter_known').length
  return (
    <section class="sheet" aria-labelledby="fix">
      <div class="title">
        <h2 id="fix">{say('contacts:list.fix_title', { count: counts.fix })}</h2>
        <form method="post" action={`${path}/bad`}>
          <button type="submit">
            <Icon name="download" /> {say('contacts:list.bad', { count: counts.fix })}
          </button>
        </form>
      </div>
      <p class="soft">{say('contacts:list.fix_help')}</p>
      <form method="post" action={`${path}/fix`} class="mapping">
        <input type="hidden" name="seen" value={seen} />
        <ul class="rows to-fix">
          {shown.map(([row, notes]) => (
            <Row key={row} row={row} notes={notes} words={words} checked={checked} typed={typed?.[row]} />
          ))}
        </ul>
        <p class="actions">
          <button type="submit">{say('contacts:list.check_again')}</button>
          {maybeSame > 0 ? (
            <button type="submit" name="same" value="yes">
              {say('contacts:list.same', { count: maybeSame })}
            </button>
          ) : null}
        </p>
        {maybeSame > 0 ? <p class="soft">{say('contacts:list.same_help')}</p> : null}
      </form>
      {rows.length > ROWS ? (
        <p class="actions">
          {part > 0 ? (
            <a href={`${path}/check?part=${part - 1}`}>{say('contacts:list.earlier_rows')}</a>
          ) : null}
          {(part + 1) * ROWS < rows.length ? (
            <a href={`${path}/check?part=${part + 1}`}>{say('contacts:list.later_rows')}</a>
          ) : null}
        </p>
      ) : null}
    </section>
  )
}

function Row({
  row,
  notes,
  words,
  checked,
  typed,
}: {
  row: number
  notes: readonly RowNote[]
  words: Words
  checked: Checked
  typed: Fixes[string] | undefined
}) {
  const { say } = words
  const cells = checked.cells[row] ?? []
  return (
    <li>
      <h3>
        {say('import:row', { row })} <bdi class="soft">{notes[0]?.name}</bdi>
      </h3>
      {notes.map(note => (
        <div key={note.code} class="field wrong">
          <p class="problem">
            <Icon name="alert" /> <span>{noteWords(note, words)}</span>
          </p>
          {placesOf(note, checked.columns).map(column => (
            <label key={column}>
              <span>
                {checked.titles[column] || say('contacts:list.column', { letter: letterOf(column) })}
                <span class="hidden">, {say('import:row', { row })}</span>
              </span>
              <input
                class="cell"
                name={`fix.${row}.${column}`}
                value={typed?.[column] ?? suggested(note, column, words) ?? cells[column] ?? ''}
                autoComplete="off"
              />
            </label>
          ))}
        </div>
      ))}
    </li>
  )
}

const NAME_OR_NUMBER: readonly RowNote['code'][] = [
  'other_person',
  'shared_number',
  'two_known',
  'same_name',
  'name_known',
  'names_known',
  'letter_known',
]

/** Where a row can be put right: the cell itself; where two people may be meant, the name or the number. */
function placesOf({ code, column }: RowNote, columns: Columns): number[] {
  if (column !== undefined) return [column]
  const name = columns.name ?? columns.first_name ?? columns.last_name
  const phone = columns.phone ?? columns.whatsapp
  if (!NAME_OR_NUMBER.includes(code)) return []
  return [name, phone].filter(one => one !== undefined)
}

/** `Tigrnya`: one letter away from a language that we know. */
const suggested = ({ code, column, values }: RowNote, at: number, words: Words): string | undefined =>
  code === 'language_near' && column === at && typeof values?.tag === 'string'
    ? words.languageName(values.tag)
    : undefined

const MOST_TOLD = 200

/** What is taken over, and good to know. */
function Told({ words, notes }: { words: Words; notes: readonly RowNote[] }) {
  const { say } = words
  return (
    <section class="sheet" aria-labelledby="told">
      <details>
        <summary>
          <span id="told">{say('contacts:list.told', { count: notes.length })}</span>
        </summary>
        <ul class="links">
          {notes.slice(0, MOST_TOLD).map(note => (
            <li key={`${note.row}.${note.code}`}>
              {say('import:row', { row: note.row })} · <bdi>{note.name}</bdi>{' '}
              <span class="soft">{noteWords(note, words)}</span>
            </li>
          ))}
        </ul>
        {notes.length > MOST_TOLD ? (
          <p class="soft">{say('contacts:list.told_more', { count: notes.length - MOST_TOLD })}</p>
        ) : null}
      </details>
    </section>
  )
}

function byRow(notes: readonly RowNote[]): [number, RowNote[]][] {
  const rows = new Map<number, RowNote[]>()
  for (const note of notes) rows.set(note.row, [...(rows.get(note.row) ?? []), note])
  return [...rows]
}

/** The rows that stay out, as they are in the file, with a column that says why. */
export function badRows({ notes, cells, titles }: Checked, words: Words): string[][] {
  const width = Math.max(titles.length, ...Object.values(cells).map(({ length }) => length))
  const wide = (row: readonly string[]) => Array.from({ length: width }, (_, column) => row[column] ?? '')
  return [
    [...wide(titles), words.say('contacts:list.problem_column')],
    ...byRow(notes.filter(isToFix)).map(([row, own]) => [
      ...wide(cells[row] ?? []),
      own.map(note => noteWords(note, words)).join(' '),
    ]),
  ]
}
