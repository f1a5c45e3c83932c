import { documentsContract } from '../../contracts/documentsContract'
import { openTestEmbedded } from '../../support/openDocuments'

documentsContract(openTestEmbedded, 100)
