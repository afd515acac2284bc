import '@dabble/ui/theme.css'
import { detectLanguage, startI18n } from '@dabble/ui'

startI18n(detectLanguage())
