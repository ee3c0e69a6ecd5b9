declare module 'virtual:map-outline' {
  const url: string;
  export default url;
}
declare module 'virtual:map-towns' {
  const url: string;
  export default url;
}
