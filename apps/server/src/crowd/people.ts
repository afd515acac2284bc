/** A crowd as it comes to a booth, in both languages: nicknames, with what they send first of all and later on. */
export const people: [nickname: string, before: string[], after: string[]][] = [
  ['오리배 선장', ['오리', '오리와 백조'], ['호수 위의 오리와 백조']],
  ['Mina', ['a duck', 'a swan'], ['a duck and a swan on a lake']],
  ['quackmaster', ['quack', 'two swans at sunset'], ['a swan and a duck swimming']],
  ['백조의 호수', ['백조'], ['하얀 백조가 호수에 있다']],
  ['물결🌊', ['푸른 호수의 백조'], ['오리와 백조']],
  ['Joon', ['a green duck next to a white swan'], ['a frog']],
  ['김래블업', ['낮의 호수와 오리'], ['노을 진 호수']],
  ['swan_lake', ['swan', 'a big white swan on blue water'], ['a swan']],
  ['데브옵스', ['산이 보이는 호수의 오리'], ['산과 호수']],
  ['Ada', ['a mallard and a mute swan'], ['a mallard and a swan, hills behind']],
  ['가나다라마바사아자차카타파하거너더러머버', ['구름 아래 오리'], ['풀밭 위의 오리와 백조']],
  ['park.h', ['a chicken in a field'], ['a duck and a swan on a meadow']],
]
