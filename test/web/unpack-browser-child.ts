/** Unpacks the browser of the tests to where temporary files of this process go. */
import chromium from '@sparticuz/chromium'

await chromium.executablePath()
