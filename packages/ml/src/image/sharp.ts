import sharp from 'sharp'

// What strangers may send is PNG, JPEG and WebP; every other decoder of libvips stays shut.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadPng', 'VipsForeignLoadJpeg', 'VipsForeignLoadWebp'] })
// Pictures are small and each comes once: neither threads nor a cache pay.
sharp.concurrency(1)
sharp.cache(false)

export { sharp }
