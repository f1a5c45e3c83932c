import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { ContentProblem } from './problem'

export type Path = readonly (string | number)[]

/** A YAML or JSON file (JSON is YAML), with the line of everything in it. */
export interface Source {
  /** Relative to the content folder, with `/`. */
  file: string
  value: unknown
  problems: ContentProblem[]
  /** Line of the place that a path leads to, or of the nearest place above it. */
  line(path: Path): number
}

export function parseSource(file: string, text: string): Source {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  const problems = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    file,
    line: lines.linePos(pos[0]).line,
    message: message.split('\n')[0]?.replace(/ at line \d+.*$/, '') ?? 'cannot be read',
  }))
  return {
    file,
    value: document.errors.length > 0 ? undefined : document.toJS(),
    problems,
    line(path) {
      for (let length = path.length; length >= 0; length--) {
        const node = document.getIn(path.slice(0, length), true)
        if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
      }
      return 1
    },
  }
}

export const readSource = (folder: string, file: string): Source =>
  parseSource(relative(folder, file).replaceAll('\\', '/'), readFileSync(file, 'utf8'))

/** Files with this ending, in order of name; nothing when the folder does not exist. */
export function listFiles(folder: string, ending: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith(ending))
      .sort()
      .map(name => join(folder, name))
  } catch {
    return []
  }
}

/** The value when it fits, else null; every mistake with its line. */
export function parseWith<T>(
  schema: z.ZodType<T>,
  source: Source,
): { value: T | null; problems: ContentProblem[] } {
  if (source.problems.length > 0) return { value: null, problems: source.problems }
  const parsed = schema.safeParse(source.value)
  if (parsed.success) return { value: parsed.data, problems: [] }
  const problems = parsed.error.issues.flatMap(issue => {
    const path = issue.path as (string | number)[]
    const place = path.length > 0 ? `${path.join('.')}: ` : ''
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map(key => ({
        file: source.file,
        line: source.line([...path, key]),
        message: `${place}unknown field "${key}"`,
      }))
    return [{ file: source.file, line: source.line(path), message: `${place}${issue.message}` }]
  })
  return { value: null, problems }
}
