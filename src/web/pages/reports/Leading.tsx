import type { InstrumentReport } from '../../../use-cases/readEvaluations'
import { Question } from './Question'
import { askedQuestions } from './questions'
import type { Speaking } from './reading'

/** The first three questions with faces: what people ask first. */
export function Leading({
  instruments,
  ...speaking
}: Speaking & { instruments: readonly InstrumentReport[] }) {
  const scored = instruments.flatMap(({ dialog, questions }) =>
    askedQuestions(dialog, questions, speaking)
      .filter(({ lines, isMulti }) => !isMulti && lines[0]!.report.shape.kind === 'scale')
      .map(question => ({ dialog, question })),
  )
  return (
    <div class="questions">
      {scored.slice(0, 3).map(({ dialog, question }) => (
        <Question
          key={question.id}
          {...speaking}
          onPaper={false}
          dialog={dialog}
          question={question}
          id={`first-${question.id}`}
        />
      ))}
    </div>
  )
}
