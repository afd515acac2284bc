import { useEffect, useRef } from 'react'
import styles from './celebration.module.css'
import { wantsMotion } from './motion.ts'

const colors = ['#ffcb2e', '#fffdf6', '#ffe28a', '#ff9a4d', '#8ad7e2']
const lastsMs = 3_200

/** Feathers over the whole page, once. Nothing at all for people who asked for less motion. */
export function Celebration() {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!canvas.current || !context || !wantsMotion()) return
    const ratio = Math.min(2, devicePixelRatio)
    const [width, height] = [innerWidth, innerHeight]
    canvas.current.width = width * ratio
    canvas.current.height = height * ratio
    context.scale(ratio, ratio)
    const feathers = Array.from({ length: Math.min(140, Math.round(width / 5)) }, () => newFeather(width, height))
    const start = performance.now()
    let frame = requestAnimationFrame(function tick(now) {
      const age = now - start
      context.clearRect(0, 0, width, height)
      if (age > lastsMs) return
      context.globalAlpha = Math.min(1, (lastsMs - age) / 700)
      for (const feather of feathers) draw(context, feather, age / 1_000)
      frame = requestAnimationFrame(tick)
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <div className={styles.sky} aria-hidden="true">
      <canvas ref={canvas} className={styles.canvas} />
    </div>
  )
}

type Feather = ReturnType<typeof newFeather>

function newFeather(width: number, height: number) {
  const angle = -Math.PI / 2 + (Math.random() - 0.5) * 1.7
  const speed = height * (0.55 + Math.random() * 0.75)
  return {
    x: width / 2 + (Math.random() - 0.5) * width * 0.3,
    y: height * 0.5,
    vx: Math.cos(angle) * speed,
    vy: Math.sin(angle) * speed,
    gravity: height * (0.75 + Math.random() * 0.35),
    sway: Math.random() * 7,
    turn: (Math.random() - 0.5) * 7,
    size: (6 + Math.random() * 9) * Math.max(1, height / 844),
    color: colors[Math.floor(Math.random() * colors.length)] as string,
  }
}

function draw(context: CanvasRenderingContext2D, feather: Feather, seconds: number): void {
  // Air slows a feather down quickly: the throw fades, the fall stays gentle.
  const drag = (1 - Math.exp(-2.2 * seconds)) / 2.2
  const x = feather.x + feather.vx * drag + Math.sin(seconds * 3 + feather.sway) * 22 * seconds
  const y = feather.y + feather.vy * drag + feather.gravity * 0.16 * seconds * seconds
  context.save()
  context.translate(x, y)
  context.rotate(feather.sway + feather.turn * seconds)
  context.fillStyle = feather.color
  context.beginPath()
  context.moveTo(-feather.size, 0)
  context.quadraticCurveTo(0, -feather.size * 0.7, feather.size, 0)
  context.quadraticCurveTo(0, feather.size * 0.35, -feather.size, 0)
  context.fill()
  context.restore()
}
