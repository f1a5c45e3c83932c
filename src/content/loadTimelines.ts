import { basename, join } from 'node:path'
import type { Timeline } from '../domain/timeline/definition'
import type { ContentProblem } from './problem'
import { listFiles, parseWith, readSource, type Source } from './source'
import { timelineMistakes } from './timelineMistakes'
import { TIMELINE } from './timelineSchema'

export interface LoadedTimelines {
  timelines: Timeline[]
  problems: ContentProblem[]
}

/**
 * `timelines/<id>.yaml` under the content folder, each with every mistake in it. A timeline with mistakes is not among
 * the timelines. `dialogs`: ids of the dialogs that exist.
 */
export function loadTimelines(folder: string, dialogs?: readonly string[]): LoadedTimelines {
  const found = listFiles(join(folder, 'timelines'), '.yaml').map(file => {
    const source = readSource(folder, file)
    const { timeline, problems } = readTimeline(source, dialogs)
    if (timeline && basename(file, '.yaml') !== timeline.id)
      problems.push({
        file: source.file,
        line: source.line(['id']),
        message: `the file of this timeline is called ${timeline.id}.yaml`,
      })
    return { timeline, problems }
  })
  return {
    timelines: found.flatMap(({ timeline, problems }) =>
      timeline && problems.length === 0 ? [timeline] : [],
    ),
    problems: found.flatMap(({ problems }) => problems),
  }
}

/** One file, wherever it is. */
export function readTimeline(
  source: Source,
  dialogs?: readonly string[],
): { timeline: Timeline | null; problems: ContentProblem[] } {
  const { value, problems } = parseWith(TIMELINE, source)
  if (!value) return { timeline: null, problems }
  const mistakes = timelineMistakes(value, dialogs).map(({ path, message }) => ({
    file: source.file,
    line: source.line(path),
    message,
  }))
  return { timeline: value, problems: mistakes }
}
