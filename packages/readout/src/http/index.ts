/** The HTTP door: the API over a store, its OpenAPI description, and the page. `serve` listens; `makeApp` is the same without a port. */
export { type AppOptions, makeApp } from './app.ts';
export { type Served, type ServeOptions, serve } from './serve.ts';
