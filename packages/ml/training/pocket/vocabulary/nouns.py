"""The things that pocket draws.

Names are what people at a booth type; `home` is the place a thing is drawn at where the caption names none, `share` how often
it is picked beside the others: what is harder to draw, or was taught last, gets more.
"""
from dataclasses import dataclass


@dataclass(frozen=True)
class Noun:
    """`art` is the emoji's code point in hexadecimal; `level` where it stands: in the sky, on the ground or either."""

    id: str
    art: str
    level: str
    home: str
    english: tuple[str, ...]
    korean: tuple[str, ...]
    share: float = 1
    animal: bool = False
    tinted: bool = False
    single: bool = False
    own: str = ''
    """The colour it has anyway, which some captions name."""


def _n(id, art, level, home, english, korean, **more):
    return Noun(id, art, level, home, tuple(english.split('|')), tuple(korean.split('|')), **more)


NOUNS = (
    _n('duck', '1f986', 'ground', 'lake', 'duck|mallard', '오리|청둥오리', share=0, animal=True, tinted=True),
    _n('swan', '1f9a2', 'ground', 'lake', 'swan|white swan', '백조|고니', share=0, animal=True, own='white'),
    _n('chick', '1f425', 'ground', 'grass', 'chick|baby chick|duckling', '병아리|아기 병아리', animal=True, tinted=True, share=1.3, own='yellow'),
    _n('frog', '1f438', 'ground', 'lake', 'frog|toad', '개구리|청개구리', animal=True, tinted=True, share=1.4, own='green'),
    _n('fish', '1f41f', 'ground', 'lake', 'fish', '물고기|생선', animal=True, tinted=True, share=2.4, own='blue'),
    _n('tropical-fish', '1f420', 'ground', 'sea', 'tropical fish', '열대어', animal=True, share=2, own='blue'),
    _n('turtle', '1f422', 'ground', 'beach', 'turtle|tortoise', '거북이|거북', animal=True, tinted=True, share=3, own='green'),
    _n('whale', '1f433', 'ground', 'sea', 'whale', '고래', animal=True, share=2.6, own='blue'),
    _n('dolphin', '1f42c', 'ground', 'sea', 'dolphin', '돌고래', animal=True, share=2, own='blue'),
    _n('octopus', '1f419', 'ground', 'sea', 'octopus', '문어', animal=True, share=2, own='orange'),
    _n('crab', '1f980', 'ground', 'beach', 'crab', '게|꽃게', animal=True, share=2.2, own='red'),
    _n('flamingo', '1f9a9', 'ground', 'lake', 'flamingo', '플라밍고|홍학', animal=True, share=2, own='pink'),
    _n('penguin', '1f427', 'ground', 'snow', 'penguin', '펭귄', animal=True, share=1.4),
    _n('owl', '1f989', 'ground', 'night', 'owl', '부엉이|올빼미', animal=True, share=2, own='brown'),
    _n('parrot', '1f99c', 'ground', 'grass', 'parrot', '앵무새', animal=True, tinted=True, share=1.8, own='red'),
    _n('peacock', '1f99a', 'ground', 'grass', 'peacock', '공작|공작새', animal=True, share=1.6, own='green'),
    _n('bird', '1f426', 'sky', 'sky', 'bird|little bird|birdie', '새|작은 새|참새', animal=True, tinted=True, share=2.4, own='red'),
    _n('chicken', '1f414', 'ground', 'grass', 'chicken|hen|rooster', '닭|암탉|수탉', animal=True, tinted=True, share=1.8, own='white'),
    _n('cat', '1f431', 'ground', 'grass', 'cat|kitten|kitty', '고양이|야옹이|냥이', animal=True, tinted=True, share=2.6, own='orange'),
    _n('dog', '1f436', 'ground', 'grass', 'dog|puppy|doggy', '강아지|개|멍멍이', animal=True, tinted=True, share=1.6, own='brown'),
    _n('rabbit', '1f430', 'ground', 'grass', 'rabbit|bunny|hare', '토끼', animal=True, tinted=True, share=1.6, own='white'),
    _n('bear', '1f43b', 'ground', 'grass', 'bear|teddy bear', '곰|곰돌이', animal=True, own='brown'),
    _n('panda', '1f43c', 'ground', 'grass', 'panda', '판다|팬더', animal=True),
    _n('fox', '1f98a', 'ground', 'grass', 'fox', '여우', animal=True, share=1.6, own='orange'),
    _n('pig', '1f437', 'ground', 'grass', 'pig|piglet|piggy', '돼지|꿀꿀이', animal=True, own='pink'),
    _n('elephant', '1f418', 'ground', 'grass', 'elephant', '코끼리', animal=True, share=1.3, own='gray'),
    _n('lion', '1f981', 'ground', 'grass', 'lion', '사자', animal=True, share=1.3),
    _n('tiger', '1f42f', 'ground', 'grass', 'tiger', '호랑이', animal=True, share=1.6, own='orange'),
    _n('sheep', '1f411', 'ground', 'grass', 'sheep|lamb', '양', animal=True, share=1.6, own='white'),
    _n('horse', '1f40e', 'ground', 'grass', 'horse|pony', '말|조랑말', animal=True, share=1.6, own='brown'),
    _n('butterfly', '1f98b', 'sky', 'grass', 'butterfly', '나비', animal=True, tinted=True, share=2.2),
    _n('bee', '1f41d', 'sky', 'grass', 'bee|honeybee', '벌|꿀벌', animal=True, share=1.6, own='yellow'),
    _n('sailboat', '26f5', 'ground', 'sea', 'sailboat|boat|ship|yacht', '돛단배|배|보트|요트', tinted=True, share=1.5),
    _n('car', '1f697', 'ground', 'grass', 'car', '자동차|차', tinted=True, share=1.8, own='red'),
    _n('airplane', '2708', 'sky', 'sky', 'airplane|plane', '비행기', share=2.4),
    _n('rocket', '1f680', 'sky', 'sky', 'rocket|spaceship', '로켓|우주선', share=1.3),
    _n('balloon', '1f388', 'sky', 'sky', 'balloon', '풍선', tinted=True, share=1.3, own='red'),
    _n('sun', '1f31e', 'sky', 'sky', 'sun|smiling sun', '해|태양|햇님', single=True, own='yellow'),
    _n('moon', '1f319', 'sky', 'night', 'moon|crescent moon', '달|초승달|달님', single=True, share=1.3, own='yellow'),
    _n('star', '2b50', 'sky', 'night', 'star', '별', tinted=True, share=1.3, own='yellow'),
    _n('cloud', '2601', 'sky', 'sky', 'cloud', '구름', own='white'),
    _n('rainbow', '1f308', 'sky', 'sky', 'rainbow', '무지개', single=True),
    _n('snowman', '26c4', 'ground', 'snow', 'snowman', '눈사람', share=1.4, own='white'),
    _n('tree', '1f333', 'ground', 'grass', 'tree', '나무', own='green'),
    _n('palm', '1f334', 'ground', 'beach', 'palm tree|palm', '야자수|야자나무', own='green'),
    _n('cactus', '1f335', 'ground', 'beach', 'cactus', '선인장', share=1.6, own='green'),
    _n('flower', '1f33c', 'ground', 'grass', 'flower|daisy|blossom', '꽃|데이지', tinted=True, share=1.6, own='white'),
    _n('sunflower', '1f33b', 'ground', 'grass', 'sunflower', '해바라기', share=1.6, own='yellow'),
    _n('tulip', '1f337', 'ground', 'grass', 'tulip', '튤립', tinted=True, share=2.6, own='pink'),
    _n('mushroom', '1f344', 'ground', 'grass', 'mushroom', '버섯', tinted=True, share=1.8, own='red'),
    _n('house', '1f3e0', 'ground', 'grass', 'house|home|cottage', '집|주택', tinted=True, share=1.5),
    _n('castle', '1f3f0', 'ground', 'grass', 'castle|palace', '성|궁전', single=True, share=1.6),
    _n('apple', '1f34e', 'ground', 'grass', 'apple', '사과', tinted=True, share=2, own='red'),
    _n('strawberry', '1f353', 'ground', 'grass', 'strawberry', '딸기', share=1.6, own='red'),
    _n('cake', '1f382', 'ground', 'pink', 'cake|birthday cake', '케이크|생일 케이크'),
    _n('heart', '2764', 'sky', 'pink', 'heart|love', '하트|사랑', tinted=True, own='red'),
    _n('dragon', '1f432', 'ground', 'grass', 'dragon', '용|드래곤', animal=True, share=2, own='green'),
    _n('unicorn', '1f984', 'ground', 'grass', 'unicorn', '유니콘', animal=True, share=1.6),
    _n('monkey', '1f435', 'ground', 'grass', 'monkey', '원숭이', animal=True, share=1.6, own='brown'),
    _n('dinosaur', '1f996', 'ground', 'grass', 'dinosaur|t-rex', '공룡|티라노사우루스', animal=True, share=1.6, own='green'),
    _n('robot', '1f916', 'ground', 'blue', 'robot', '로봇'),
    _n('ghost', '1f47b', 'sky', 'night', 'ghost', '유령|귀신', share=2, own='white'),
    _n('pizza', '1f355', 'ground', 'grass', 'pizza', '피자', share=1.6, own='yellow'),
    _n('ice-cream', '1f366', 'ground', 'beach', 'ice cream', '아이스크림', share=2),
)
BY_ID = {noun.id: noun for noun in NOUNS}
INDEX = {noun.id: i for i, noun in enumerate(NOUNS)}
BIRDS = ('duck', 'swan')
