import type { ConsentForm } from '../../../../domain/contacts/consentForm'
import { type Columns, hasNumbers } from '../../../../domain/contacts/guessColumns'
import { FIELDS } from '../../../../domain/contacts/headerWords'
import { letterOf } from '../../../../domain/contacts/letters'
import { FieldSet, ToFix, type Wrong } from '../../../components/Field'
import { Layout } from '../../../components/Layout'
import { Strip } from '../../../components/Strip'
import type { Words } from '../../../words'
import { TellsUs } from '../TellsUs'
import { ImportBar } from './ImportBar'
import { Leave } from './Leave'

export interface ColumnsReading {
  id: string
  file: string
  sheets: string[]
  sheet: number
  /** Rows with people, below the names of the columns. */
  rows: number
  columns: { title: string; examples: string[] }[]
  guessed: Columns
}

export interface ColumnsPageProps {
  words: Words
  reading: ColumnsReading
  agrees: string
  consent: Pick<ConsentForm, 'by' | 'day' | 'how'>
  wrong: Wrong
  /** In words: why the list cannot be taken over like this. */
  problem?: string | undefined
}

export function ColumnsPage(props: ColumnsPageProps) {
  const { words, reading, agrees, consent, wrong, problem } = props
  const { say } = words
  const path = `/contacts/import/${encodeURIComponent(reading.id)}`
  return (
    <Layout words={words} title={say('contacts:import')} path={`${path}/columns`} sheets={['contacts']}>
      <h1>{say('contacts:list.columns_title')}</h1>
      <ImportBar words={words} step="columns" />
      {problem ? <Strip kind="wrong">{problem}</Strip> : null}
      <ToFix wrong={wrong} words={words} />
      <section class="sheet" aria-labelledby="file">
        <h2 id="file">
          <bdi>{reading.file}</bdi>{' '}
          <span class="count">{say('contacts:list.rows', { count: reading.rows })}</span>
        </h2>
        {reading.sheets.length > 1 ? <Sheets words={words} reading={reading} path={path} /> : null}
        <form method="post" action={`${path}/columns`} class="mapping">
          <table>
            <caption class="hidden">{say('contacts:list.columns_title')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('contacts:list.in_file')}</th>
                <th scope="col">{say('contacts:list.examples')}</th>
                <th scope="col">{say('contacts:list.read_as')}</th>
              </tr>
            </thead>
            <tbody>
              {reading.columns.map((column, index) => (
                <Column key={letterOf(index)} {...props} column={column} index={index} />
              ))}
            </tbody>
          </table>
          {hasNumbers(reading.guessed) ? null : <p class="notice">{say('contacts:list.no_numbers')}</p>}
          <FieldSet name="agrees" label={say('contacts:list.agrees')} wrong={wrong.agrees}>
            {(['list', 'yes', 'no'] as const).map(one => (
              <label key={one} class="choice">
                <input type="radio" name="agrees" value={one} checked={one === agrees} />
                <span>{say(`contacts:list.agrees_${one}`)}</span>
              </label>
            ))}
          </FieldSet>
          <fieldset class="group only-yes">
            <legend>{say('contacts:agrees.proof')}</legend>
            <TellsUs words={words} form={consent} wrong={wrong} />
          </fieldset>
          <p class="actions">
            <button type="submit" class="first">
              {say('contacts:list.check')}
            </button>
          </p>
        </form>
        <Leave words={words} path={path} />
      </section>
    </Layout>
  )
}

function Sheets({ words, reading, path }: { words: Words; reading: ColumnsReading; path: string }) {
  return (
    <form method="post" action={`${path}/sheet`} class="fields">
      <label>
        <span>{words.say('contacts:list.sheet')}</span>
        <select name="sheet">
          {reading.sheets.map((name, index) => (
            <option key={name} value={index} selected={index === reading.sheet}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{words.say('contacts:list.other_sheet')}</button>
    </form>
  )
}

function Column({
  words,
  reading,
  column,
  index,
}: ColumnsPageProps & { column: ColumnsReading['columns'][number]; index: number }) {
  const { say } = words
  const letter = letterOf(index)
  const field = FIELDS.find(one => reading.guessed[one] === index)
  const title = column.title || say('contacts:list.column', { letter })
  return (
    <tr>
      <th scope="row">
        <bdi>{title}</bdi>
      </th>
      <td class="soft">
        <bdi>{column.examples.join(' · ') || '–'}</bdi>
      </td>
      <td>
        <select name={`column.${index}`} aria-label={say('contacts:list.read_column_as', { title })}>
          <option value="" selected={field === undefined}>
            {say('contacts:list.not_taken')}
          </option>
          {FIELDS.map(one => (
            <option key={one} value={one} selected={one === field}>
              {say(`import:field.${one}`)}
            </option>
          ))}
        </select>
      </td>
    </tr>
  )
}
