declare module "*.css" {
  const text: string;
  export default text;
}

declare module "packed:texts" {
  const rows: string[][];
  export default rows;
}
