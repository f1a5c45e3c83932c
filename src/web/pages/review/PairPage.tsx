import type { ComponentChildren } from 'preact'
import { isAdvice, type OwnTextProblem } from '../../../domain/text/ownText'
import type { TextPair } from '../../../use-cases/readAlong'
import { Field, ToFix, type Wrong } from '../../components/Field'
import { Gate } from '../../components/Gate'
import type { Words } from '../../words'
import { Checks, problemWords } from '../texts/Checks'
import { Both } from '../texts/ConflictPage'
import { textName } from '../texts/textName'
import { asTyped, valueName } from '../texts/valueNames'
import { type Choice, pairPath, shownPath } from './ReviewPage'

export interface PairProps {
  words: Words
  /** The link's own address. */
  path: string
  pair: TextPair
  choice: Choice
  language: string
  direction: 'ltr' | 'rtl'
  reader: string
  /** In the text, as it is typed. */
  typed: string
  /** What the writer saw when they began. */
  rev: number
  problems: readonly OwnTextProblem[]
  /** Saving was tried and stopped. */
  tried: boolean
  values: readonly string[]
}

function PairGate({
  words,
  path,
  pair,
  choice,
  language,
  children,
}: Pick<PairProps, 'words' | 'path' | 'pair' | 'choice' | 'language'> & { children: ComponentChildren }) {
  const text = textName(pair.key, words).part
  return (
    <Gate
      words={words}
      title={words.say('texts:editor.title', { text, language: words.languageName(language) })}
      inLanguage={tag => pairPath(path, pair.key, choice, { language: tag })}
      sheets={['texts', 'review']}
      wide
    >
      {children}
    </Gate>
  )
}

/** One text beside its source, to be written better. */
export function PairPage(props: PairProps) {
  const { words, path, pair, choice, language, direction, reader, typed, rev, problems, tried } = props
  const { say } = words
  const action = pairPath(path, pair.key, choice)
  const first = problems.find(problem => !isAdvice(problem))
  const wrong: Wrong = tried && first ? { text: problemWords(first, words) } : {}
  return (
    <PairGate {...props}>
      <p>
        <a href={shownPath(path, choice)}>{say('review:back')}</a> · {textName(pair.key, words).group}
      </p>
      <ToFix wrong={wrong} words={words} />
      <div class="sides">
        {language === 'nl' ? null : (
          <section class="sheet" aria-labelledby="source">
            <h2 id="source">{say('review:source')}</h2>
            <p class="pre" lang="nl" dir="ltr">
              {asTyped(pair.source, words)}
            </p>
          </section>
        )}
        <form method="post" action={action} class="form sheet">
          <input type="hidden" name="rev" value={rev} />
          <input type="hidden" name="name" value={reader} />
          <Field
            name="text"
            label={say('texts:editor.text', { language: words.languageName(language) })}
            help={
              props.values.length === 0
                ? undefined
                : say('review:values', {
                    values: props.values.map(name => `{${valueName(name, words)}}`).join(' '),
                  })
            }
            wrong={wrong.text}
          >
            {ids => (
              <textarea {...ids} rows={10} lang={language} dir={direction}>
                {typed}
              </textarea>
            )}
          </Field>
          {problems.length > 0 ? <Checks problems={problems} words={words} /> : null}
          <p class="actions">
            <button type="submit" name="do" value="save_read" class="first">
              {say('review:save_read')}
            </button>
            <button type="submit" name="do" value="save">
              {say('review:save')}
            </button>
          </p>
        </form>
      </div>
    </PairGate>
  )
}

/** Somebody else wrote this meanwhile: both versions, and nothing of either is lost. */
export function PairConflict(
  props: Omit<PairProps, 'problems' | 'tried' | 'values' | 'rev'> & { at: number },
) {
  const { words, path, pair, choice, reader, typed, language, direction, at } = props
  const { say } = words
  const action = pairPath(path, pair.key, choice)
  return (
    <PairGate {...props}>
      <Both
        words={words}
        path={action}
        newer={{ rev: pair.rev, at }}
        theirs={asTyped(pair.said ?? '', words)}
        typed={typed}
        told={say('review:conflict', { when: words.moment(at) })}
        ofThem={say('review:theirs')}
        keepTheirs={shownPath(path, choice)}
        fields={{ name: reader }}
        language={language}
        direction={direction}
      />
    </PairGate>
  )
}
