import type { CampaignPageProps } from './CampaignPage'
import { sayPrinted } from './printed'

/** What was printed of anonymous answers, and nothing else. */
export function Evaluations({ reading, words, asks, answers }: CampaignPageProps) {
  const { evaluations, policy } = reading
  return (
    <section class="sheet" aria-labelledby="evaluation">
      <h2 id="evaluation">{words.say('evaluation.title')}</h2>
      {evaluations.length === 0 ? <p class="soft">{words.say('evaluation.none')}</p> : null}
      {evaluations.map(evaluation => (
        <div key={evaluation.instrument}>
          <p>
            <strong>{evaluation.instrument}</strong> ·{' '}
            {words.say('evaluation.answered', { answered: evaluation.answered, invited: evaluation.invited })}
          </p>
          {evaluation.questions.every(({ printed }) => printed.length === 0) ? (
            <p class="soft">
              {words.say('evaluation.waits', {
                day: words.day(Date.parse(`${evaluation.closesOn}T12:00:00Z`)),
              })}
            </p>
          ) : (
            <dl class="replies">
              {evaluation.questions.map(question => (
                <div key={`${question.question}.${question.option ?? ''}`}>
                  <dt>
                    {asks(evaluation.dialog, question.question)}
                    {question.option
                      ? ` — ${answers(evaluation.dialog, question.question, question.option)}`
                      : ''}
                  </dt>
                  {question.printed.flatMap(printed =>
                    sayPrinted(printed, question, {
                      words,
                      policy,
                      label: place =>
                        answerLabel(
                          question.option !== undefined,
                          question.answers[place] ?? '',
                          answer => answers(evaluation.dialog, question.question, answer),
                          words,
                        ),
                    }).map(line => <dd key={line}>{line}</dd>),
                  )}
                </div>
              ))}
            </dl>
          )}
        </div>
      ))}
      <p class="soft">{words.say('evaluation.legend', { s: policy.s })}</p>
    </section>
  )
}

function answerLabel(
  isOption: boolean,
  answer: string,
  label: (answer: string) => string,
  words: CampaignPageProps['words'],
): string {
  return isOption ? words.say(answer === 'yes' ? 'who.yes' : 'who.no') : label(answer)
}
