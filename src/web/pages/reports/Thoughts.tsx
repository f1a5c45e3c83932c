import type { EvaluationReport } from '../../../use-cases/readEvaluations'
import type { NamedReport } from '../../../use-cases/readReport'
import { RowBar } from '../../charts/RowBar'
import { Empty } from '../../components/Empty'
import { Icon } from '../../components/Icon'
import { Hidden } from './Hidden'
import { Question } from './Question'
import { askedQuestions, plain } from './questions'
import { instrumentWord, type Reading, shortDay } from './reading'

/** What people thought, instrument by instrument. */
export function Thoughts({ mayClose, ...reading }: Reading & { mayClose: boolean }) {
  const { report, words } = reading
  const { evaluations, named } = report
  const asked = evaluations.filter(
    ({ asked: people, questions }) => questions.length > 0 || (people?.invited ?? 0) > 0,
  )
  return (
    <>
      {asked.length === 0 && named.length === 0 ? (
        <section class="sheet" aria-labelledby="thoughts">
          <h2 id="thoughts">{words.say('reports:thoughts')}</h2>
          <Empty>
            <Nothing {...reading} />
          </Empty>
        </section>
      ) : null}
      {asked.map(evaluation => (
        <Instrument
          key={`${evaluation.instrument}.${evaluation.way}`}
          {...reading}
          evaluation={evaluation}
          mayClose={mayClose}
        />
      ))}
      {report.blocks.length > 0 ? <Blocks {...reading} /> : null}
      {named.length > 0 ? <NamedForms {...reading} /> : null}
    </>
  )
}

/** What was answered with a name, form by form. */
export function NamedForms(reading: Reading) {
  return (
    <div class="named">
      {reading.report.named.map(instrument => (
        <Named key={instrument.dialog} {...reading} named={instrument} />
      ))}
    </div>
  )
}

/** Nobody was asked: not yet, or not any more. */
function Nothing({ report, words }: Reading) {
  const { evaluations, policy } = report
  const open = evaluations.filter(({ state }) => state === 'open').map(({ closesOn }) => closesOn)
  const [first] = open.sort()
  if (first) return words.say('reports:opens', { day: shortDay(first, words), k: policy.k })
  return words.say(evaluations.length > 0 ? 'reports:nobody_asked' : 'reports:no_evaluation')
}

function Instrument({
  evaluation,
  mayClose,
  ...reading
}: Reading & { evaluation: EvaluationReport; mayClose: boolean }) {
  const { words, figures, report } = reading
  const { instrument, way, dialog, questions, asked, state, closesOn, yields } = evaluation
  const id = `${instrument}-${way}`
  const { k } = report.policy
  const wrote = !yields.figures && (asked?.answered ?? 0) >= k
  return (
    <section class="sheet thoughts" aria-labelledby={id}>
      <h2 id={id}>{instrumentWord(instrument, words)}</h2>
      <p class="soft">
        {asked
          ? words.say('reports:asked', { of: figures.ofBase(asked.answered, asked.invited) })
          : words.say('reports:taps')}
      </p>
      {mayClose && report.isOver && way === 'chat' && state === 'open' ? (
        <p>
          <a
            class="button"
            href={`/campaigns/${encodeURIComponent(report.event.id)}/report/close/${encodeURIComponent(instrument)}`}
          >
            <Icon name="lock" /> {words.say('reports:close.link')}
          </a>
        </p>
      ) : null}
      {questions.length === 0 ? (
        <p>
          {state === 'open'
            ? words.say('reports:waits', { day: shortDay(closesOn, words), k })
            : words.say(wrote ? 'reports:only_words' : 'reports:too_few', { k })}
        </p>
      ) : (
        <div class="questions">
          {askedQuestions(dialog, questions, reading).map(question => (
            <Question
              key={question.id}
              {...reading}
              dialog={dialog}
              question={question}
              id={`${id}-${question.id}`}
            />
          ))}
        </div>
      )}
    </section>
  )
}

/** How the team and partners scored each building block, with how many scores that is. */
function Blocks({ report, words, figures }: Reading) {
  return (
    <section class="sheet" aria-labelledby="blocks">
      <h2 id="blocks">{words.say('reports:blocks.title')}</h2>
      <table class="answers">
        <thead>
          <tr>
            <th scope="col">{words.say('reports:blocks.block')}</th>
            <td />
            <th scope="col" class="number">
              {words.say('reports:mean_of_5')}
            </th>
          </tr>
        </thead>
        <tbody>
          {report.blocks.map(({ block, n, mean }) => (
            <tr key={block}>
              <th scope="row">{words.say(`reports:blocks.is.${block}`)}</th>
              <td class="bar-cell">
                <RowBar value={{ lo: mean * 10, hi: mean * 10 }} of={50} direction={words.direction} />
              </td>
              <td class="number">
                {figures.decimal(mean)}{' '}
                <span class="soft">{words.say('reports:n_answered', { count: n })}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Averages with how many answered; nobody's own reply. */
function Named({ named, ...reading }: Reading & { named: NamedReport }) {
  const { words, figures, asks, answers, report } = reading
  return (
    <section class="sheet" aria-labelledby={named.dialog}>
      <h2 id={named.dialog}>{instrumentWord(named.instrument, words)}</h2>
      <table class="answers">
        <caption>
          {words.say('reports:replies', { count: named.replies })}
          {named.complete === undefined
            ? ''
            : `. ${words.say('reports:complete', { of: figures.ofBase(named.complete, named.replies) })}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.say('reports:question')}</th>
            <th scope="col">{words.say('reports:answers')}</th>
            <th scope="col" class="number">
              {words.say('reports:mean_of_5')}
            </th>
          </tr>
        </thead>
        <tbody>
          {named.questions.map(({ question, n, shares, mean }) => (
            <tr key={question}>
              <th scope="row">{plain(asks(named.dialog, question))}</th>
              <td>
                {shares && n > 0 && mean === undefined
                  ? [...shares.rows, ...(shares.other ? [{ name: '', ...shares.other }] : [])]
                      .map(({ name, count }) =>
                        words.say('printed.cell', {
                          count,
                          answers: name
                            ? plain(answers(named.dialog, question, name))
                            : words.say('printed.others'),
                        }),
                      )
                      .join(', ')
                  : n > 0 || shares
                    ? words.say('reports:n_answered', { count: n })
                    : null}
                {n === 0 && !shares ? <Hidden words={words} /> : null}
              </td>
              <td class="number">{mean === undefined ? '–' : figures.decimal(mean)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {report.reader === 'organiser' ? <p class="soft">{words.say('reports:nobody_apart')}</p> : null}
    </section>
  )
}
