import { createRoot } from 'react-dom/client'
import { openView, Root } from './app/root'
import './index.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
openView()
createRoot(root).render(<Root />)
