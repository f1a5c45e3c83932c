import type { EvaluationTally, QuestionTally } from '../../../use-cases/readCampaign'
import { Empty } from '../../components/Empty'
import type { CampaignPageProps } from './CampaignPage'
import { PrintedAnswers } from './PrintedAnswers'

/** What was printed of anonymous answers, and nothing else. */
export function Evaluations(props: CampaignPageProps) {
  const { reading, words } = props
  const { policy } = reading
  const evaluations = reading.evaluations.filter(({ invited }) => invited > 0)
  const isOver =
    reading.evaluations.length > 0 && reading.evaluations.every(({ state }) => state === 'closed')
  return (
    <section class="sheet" aria-labelledby="evaluation">
      <h2 id="evaluation">{words.say('evaluation.title')}</h2>
      {evaluations.length === 0 ? (
        <Empty>{words.say(isOver ? 'reports:nobody_asked' : 'evaluation.none')}</Empty>
      ) : null}
      {evaluations.map(evaluation => (
        <Evaluation
          key={`${evaluation.dialog}.${evaluation.instrument}`}
          {...props}
          evaluation={evaluation}
        />
      ))}
      <p class="soft">{words.say('evaluation.legend', { s: policy.s })}</p>
    </section>
  )
}

function Evaluation(props: CampaignPageProps & { evaluation: EvaluationTally }) {
  const { evaluation, reading, words } = props
  const { state, answered, invited, questions, closesOn } = evaluation
  const { k } = reading.policy
  const wrote = questions.length === 0 && answered >= k
  const day = words.day(Date.parse(`${closesOn}T12:00:00Z`))
  return (
    <div class="evaluation">
      <h3>{words.sayOr(`instrument.${evaluation.instrument}`, 'instrument.other')}</h3>
      <p>{words.say('evaluation.answered', { answered, invited })}</p>
      {questions.every(({ printed }) => printed.length === 0) ? (
        <p class="soft">
          {state === 'open'
            ? words.say('evaluation.waits', { day })
            : words.say(wrote ? 'reports:only_words' : 'reports:too_few', { k })}
        </p>
      ) : (
        <dl class="printed">
          {questions.map(question => (
            <Question key={`${question.question}.${question.option ?? ''}`} {...props} question={question} />
          ))}
        </dl>
      )}
    </div>
  )
}

function Question(props: CampaignPageProps & { evaluation: EvaluationTally; question: QuestionTally }) {
  const { evaluation, question, asks, answers, words } = props
  const { dialog } = evaluation
  const { option, own } = question
  const label = (place: number) => {
    const answer = question.answers[place] ?? ''
    if (option !== undefined) return words.say(answer === 'yes' ? 'who.yes' : 'who.no')
    return answers(dialog, question.question, answer, own)
  }
  return (
    <div>
      <dt>
        {asks(dialog, question.question, own)}
        {option ? ` ${answers(dialog, question.question, option)}` : ''}
      </dt>
      {question.printed.map((printed, index) => (
        <PrintedAnswers key={index} {...props} printed={printed} label={label} />
      ))}
    </div>
  )
}
