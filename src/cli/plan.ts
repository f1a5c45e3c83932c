import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Command, Option } from 'commander'
import { DateTime } from 'luxon'
import { loadTimelines, readTimeline } from '../content/loadTimelines'
import type { ContentProblem } from '../content/problem'
import { readSource } from '../content/source'
import { AUDIENCES } from '../domain/contact'
import type { PlannedStep, Timeline } from '../domain/timeline/definition'
import type { When } from '../domain/timeline/dueAt'
import { planSteps } from '../domain/timeline/planSteps'
import { isZone, momentOf, wallAt, wallClock } from '../domain/timeline/wallClock'

const CONTENT = resolve(__dirname, '../..')
const LASTS_HOURS = 3
const LOCAL = "yyyy-MM-dd'T'HH:mm"
const OFFSET = "yyyy-MM-dd'T'HH:mm:ssZZ"

interface Options {
  timeline?: string
  start?: string
  end?: string
  zone: string
  joined?: string
  audience?: string
  holidays: boolean
  evening: boolean
  json: boolean
}

/** What a person typed is wrong; the sentence says what to type instead. */
class WrongInput extends Error {}

/** `brugbode plan`: the dates of every step of a timeline, with the rule that moved each. Exit code 2: wrong input. */
export function planCommand(): Command {
  const command = new Command('plan')
    .description('print when each step of a timeline leaves, and the rule that moved it')
    .option('--timeline <id or file>', 'a timeline of this house, or the path of a YAML file')
    .option('--start <moment>', 'when the event begins, on the clock there: 2026-12-05T18:30')
    .option('--end <moment>', `when it ends; ${LASTS_HOURS} hours later if not said`)
    .option('--zone <zone>', 'time zone of the event', 'Europe/Brussels')
    .option('--joined <day or moment>', 'the plan of a person who came in then: 2026-11-20')
    .addOption(new Option('--audience <audience>', 'only the steps of these people').choices([...AUDIENCES]))
    .option('--holidays', 'nothing leaves on Belgian public holidays', false)
    .option('--evening', 'a person who works: weekdays from 18:00 to 20:00', false)
    .option('--json', 'for machines: {"steps":[{"id","audience","dueAt","rule"}]}', false)
  // Whatever was typed wrong, also what commander finds: 2.
  command.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  return command.action((options: Options) => {
    try {
      const timeline = timelineFor(options.timeline)
      const event = eventOf(options)
      const joinedAt =
        options.joined === undefined ? undefined : moment('--joined', options.joined, event.zone, true)
      const { holidays, evening } = options
      const steps = planSteps(timeline, event, { holidays, evening, joinedAt }).filter(
        step => options.audience === undefined || step.audience === options.audience,
      )
      process.stdout.write(options.json ? asJson(steps, event.zone) : asTable(timeline, event, steps))
    } catch (error) {
      if (!(error instanceof WrongInput)) throw error
      command.error(error.message, { exitCode: 2 })
    }
  })
}

function timelineFor(name: string | undefined): Timeline {
  if (name === undefined) throw new WrongInput('say which timeline: --timeline networking-event')
  if (/\.ya?ml$/i.test(name)) {
    const file = resolve(name)
    if (!existsSync(file)) throw new WrongInput(`there is no file ${name}`)
    const { timeline, problems } = readTimeline(readSource(dirname(file), file))
    return usable(timeline, problems)
  }
  const { timelines, problems } = loadTimelines(CONTENT)
  const timeline = timelines.find(({ id }) => id === name) ?? null
  const file = `timelines/${name}.yaml`
  if (!timeline && !existsSync(join(CONTENT, file)))
    throw new WrongInput(
      `there is no timeline ${name}; there is: ${timelines.map(({ id }) => id).join(', ')}`,
    )
  return usable(
    timeline,
    problems.filter(problem => problem.file === file),
  )
}

function usable(timeline: Timeline | null, problems: ContentProblem[]): Timeline {
  if (timeline && problems.length === 0) return timeline
  throw new WrongInput(problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'))
}

function eventOf({ zone, start, end }: Options): When {
  if (!isZone(zone)) throw new WrongInput(`${zone} is no time zone; write it like Europe/Brussels`)
  if (start === undefined) throw new WrongInput('say when the event begins: --start 2026-12-05T18:30')
  const from = moment('--start', start, zone)
  const to = end === undefined ? from + LASTS_HOURS * 3_600_000 : moment('--end', end, zone)
  if (to < from) throw new WrongInput('the event ends before it begins: --end is earlier than --start')
  return { zone, start: wallAt(from, zone).toFormat(LOCAL), end: wallAt(to, zone).toFormat(LOCAL) }
}

/** A time on the clock of the zone; with an offset or a Z it is that very moment. */
function moment(option: string, typed: string, zone: string, dayIsEnough = false): number {
  const pattern = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/i
  const parts = pattern.exec(typed)
  const iso = typed.replace(' ', 'T')
  const example = dayIsEnough ? '2026-11-20' : '2026-12-05T18:30'
  const wall = wallClock(iso)
  if (!parts || !wall.isValid || (!parts[1] && !dayIsEnough))
    throw new WrongInput(
      `${option} ${typed} is no ${dayIsEnough ? 'day' : 'day and hour'}; write it like ${example}`,
    )
  return parts[4] ? DateTime.fromISO(iso).toMillis() : momentOf(wall, zone)
}

function asJson(steps: readonly PlannedStep[], zone: string): string {
  const happening = steps.filter(({ skipped }) => skipped === undefined)
  const shown = happening.map(({ id, audience, dueAt, rule }) => ({
    id,
    audience,
    dueAt: DateTime.fromMillis(dueAt, { zone }).toFormat(OFFSET),
    rule,
  }))
  return `${JSON.stringify({ steps: shown })}\n`
}

function asTable(timeline: Timeline, event: When, steps: readonly PlannedStep[]): string {
  const sorted = [...steps].sort((a, b) => Number(!!a.skipped) - Number(!!b.skipped) || a.dueAt - b.dueAt)
  const rows = sorted.map(({ id, audience, dueAt, rule, skipped }) => [
    skipped
      ? `– ${skipped.replaceAll('_', ' ')}`
      : DateTime.fromMillis(dueAt, { zone: event.zone }).toFormat('ccc dd/MM/yyyy HH:mm', { locale: 'en' }),
    id,
    audience,
    rule,
  ])
  const table = [['when', 'step', 'audience', 'rule'], ...rows]
  const widths = [0, 1, 2].map(column => Math.max(...table.map(row => row[column]!.length)))
  const lines = table.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const shown = wallClock(event.start).toFormat('cccc d LLLL yyyy HH:mm', { locale: 'en' })
  return [`${timeline.id}, ${shown} (${event.zone})`, '', ...lines, ''].join('\n')
}
