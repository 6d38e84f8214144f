import { createRoot } from 'react-dom/client'
import { keepAppearance } from './app/appearance'
import { preload } from './app/preload'
import { openView, Root } from './app/root'
import './index.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
keepAppearance()
openView()
preload()
createRoot(root).render(<Root />)
