export const GET = () => new Response('deals')
